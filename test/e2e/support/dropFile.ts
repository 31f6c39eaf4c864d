import type { Page } from "playwright-core";

/** Drops a file from the disk on the page, as it would come from a folder of the desktop. */
export async function dropFile(page: Page, file: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector("#dropped")?.remove();
    const input = document.createElement("input");
    input.type = "file";
    input.id = "dropped";
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator("#dropped").setInputFiles(file);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#dropped");
    const [picked] = input?.files ?? [];
    if (picked === undefined) throw new Error("no file to drop");
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(picked);
    const main = document.querySelector("main .jf-page") ?? document.body;
    for (const type of ["dragover", "drop"])
      main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    input?.remove();
  });
}
