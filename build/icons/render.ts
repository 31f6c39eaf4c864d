import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { _electron } from "playwright-core";
import { hasDisplay, startVirtualDisplay } from "../runtime/display.ts";
import { prepareWindow } from "../runtime/prepare.ts";
import { launchCommand } from "../runtime/runtime.ts";
import { root } from "../setup/root.mjs";

/** `node build/setup.mjs build/icons/render.ts` after icon.svg was changed: draws the files in made/ from it. */
const here = import.meta.dirname;
const svg = readFileSync(path.join(here, "icon.svg"), "base64");

const { executable, args, env } = launchCommand(await prepareWindow(), root);
const screen = hasDisplay() ? undefined : await startVirtualDisplay();
const userData = mkdtempSync(path.join(os.tmpdir(), "jingfei-icon-"));
const app = await _electron.launch({
  executablePath: executable,
  args: [...args],
  env: {
    ...(process.env as Record<string, string>),
    ...env,
    ...(screen && { DISPLAY: screen.display }),
    JINGFEI_USER_DATA: userData,
  },
});
try {
  const page = await app.firstWindow();
  const draw = async (size: number): Promise<Buffer> =>
    Buffer.from(
      await page.evaluate<string>(
        `(async () => {
          const image = new Image(${size}, ${size});
          image.src = "data:image/svg+xml;base64,${svg}";
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: ${size}, height: ${size} });
          canvas.getContext("2d").drawImage(image, 0, 0, ${size}, ${size});
          return canvas.toDataURL("image/png").split(",")[1];
        })()`,
      ),
      "base64",
    );
  writeFileSync(path.join(here, "made", "icon.png"), await draw(512));
  writeFileSync(
    path.join(here, "made", "icon.ico"),
    icoOf(await Promise.all([16, 32, 48, 256].map(draw)), [16, 32, 48, 256]),
  );
} finally {
  await app.close();
  screen?.stop();
  rmSync(userData, { recursive: true });
}

/** A Windows icon file: a directory of PNG pictures. A size of 256 is written as 0. */
function icoOf(pictures: readonly Buffer[], sizes: readonly number[]): Buffer {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach((picture, index) => {
    const at = 6 + 16 * index;
    const size = (sizes[index] ?? 0) % 256;
    directory.writeUInt8(size, at);
    directory.writeUInt8(size, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  });
  return Buffer.concat([directory, ...pictures]);
}
