import path from "node:path";
import { badFile, openError, openFile } from "./openFile.ts";

/** A text a fifth larger is more than the runtime can hold in one piece. */
const largest = 440_000_000;

/** The text of a UTF-8 file; throws a `UserError` when it cannot be read or is no such text. */
export async function readText(file: string): Promise<string> {
  const fileName = path.basename(file);
  const handle = await openFile(file);
  try {
    const { size } = await handle.stat();
    if (size > largest) throw badFile(fileName, `超过 ${largest / 1e6} MB，没有读入`, "请确认选对了文件。");
    return decode(fileName, await handle.readFile());
  } catch (error) {
    throw openError(fileName, error);
  } finally {
    await handle.close();
  }
}

function decode(fileName: string, bytes: Buffer): string {
  try {
    // Read leniently, letters in another encoding would become marks, and the marks would be kept.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badFile(
      fileName,
      "不是 UTF-8 文本，可能选错了文件，或被别的程序另存过",
      "请使用“导出 JSON”得到的原文件。",
    );
  }
}
