import type { Page } from "playwright-core";

/** Drops files from the disk on the page, as they would come from a folder of the desktop. */
export async function dropFiles(page: Page, ...files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    document.querySelector("#dropped")?.remove();
    const input = document.createElement("input");
    Object.assign(input, { type: "file", id: "dropped", multiple: true, hidden: true });
    document.body.append(input);
  });
  await page.locator("#dropped").setInputFiles([...files]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#dropped");
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    if (dataTransfer.items.length === 0) throw new Error("no file to drop");
    const main = document.querySelector("main .jf-page") ?? document.body;
    for (const type of ["dragover", "drop"])
      main.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    input?.remove();
  });
}

export const dropFile = (page: Page, file: string): Promise<void> => dropFiles(page, file);
