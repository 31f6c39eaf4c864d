import { createHash } from "node:crypto";
import path from "node:path";
import { fromBufferPromise } from "yauzl";
import { type PaperFormat, type PaperType, paperTypes } from "#shared/attachments/paperTypes.ts";
import {
  compoundParts,
  headBytes,
  recognizeCompound,
  recognizeHead,
  recognizeZip,
} from "#shared/attachments/recognize.ts";
import { badFile, openError, openFile } from "../files/openFile.ts";

/** A file as it is about to be kept. */
export type Paper = Readonly<{ fileName: string; bytes: Buffer; sha256: string; type: PaperType }>;

/** 50 MB, as the officer's computer counts: a contract of a hundred scanned pages has some 20. */
export const largestPaper = 50 * 1_048_576;

/** Reads a file and finds out by its bytes what it is. Throws `bad-file` for whatever is no paper, and says why. */
export async function readPaper(file: string): Promise<Paper> {
  const fileName = path.basename(file).normalize("NFC");
  return paperOf(fileName, await readPaperBytes(file, fileName));
}

/** The same of what was read already, or unpacked out of another file. */
export async function paperOf(fileName: string, bytes: Buffer): Promise<Paper> {
  const format = await formatOf(bytes, fileName);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { fileName, bytes, sha256, type: paperTypes[format] };
}

/** A whole file. Throws `bad-file` when it is empty or larger than a paper may be. */
export async function readPaperBytes(file: string, fileName: string): Promise<Buffer> {
  const handle = await openFile(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw badFile(fileName, "是空的，没有添加", "可能没有复制完，请重新取得这个文件。");
    if (size > largestPaper) throw tooLarge(fileName, size);
    return await handle.readFile();
  } catch (error) {
    throw openError(fileName, error);
  } finally {
    await handle.close();
  }
}

const tooLarge = (fileName: string, size: number) =>
  badFile(
    fileName,
    `有 ${Math.ceil(size / 1_048_576)} MB，超过一份附件的上限 50 MB，没有添加`,
    "扫描件请降低分辨率（300 dpi 黑白或灰度即可）或分成几份。",
    { size },
  );

async function formatOf(bytes: Buffer, fileName: string): Promise<PaperFormat> {
  const seen = recognizeHead(bytes.subarray(0, headBytes), fileName);
  switch (seen.kind) {
    case "paper":
      return seen.format;
    case "zip":
      return formatOfZip(bytes, fileName);
    case "compound": {
      const format = recognizeCompound(partsOf(bytes), fileName);
      if (format === undefined) throw unknown(fileName);
      return format;
    }
    case "program":
      throw badFile(
        fileName,
        "是程序或脚本，不能作为附件",
        "请选择扫描件、PDF、OFD、图片、XML 或 Office 文件。",
      );
    case "archive":
      throw packed(fileName);
    case "unknown":
      throw unknown(fileName);
  }
}

async function formatOfZip(bytes: Buffer, fileName: string): Promise<PaperFormat> {
  const names = await zipNames(bytes).catch(() => {
    throw badFile(fileName, "已损坏，打不开", "请重新取得这个文件，用 WPS 或 Office 能打开后再添加。");
  });
  const format = recognizeZip(names);
  if (format === "macros") {
    throw badFile(
      fileName,
      "带有宏，不能作为附件",
      "请在 WPS 或 Office 中另存为不带宏的格式（.docx、.xlsx）或 PDF。",
    );
  }
  if (format === undefined) throw packed(fileName);
  return format;
}

async function zipNames(bytes: Buffer): Promise<readonly string[]> {
  const names: string[] = [];
  const zip = await fromBufferPromise(bytes, { decodeStrings: false });
  for await (const { fileNameRaw } of zip.eachEntry()) {
    names.push(fileNameRaw.toString("utf8").replaceAll("\\", "/").replace(/^\//, ""));
  }
  return names;
}

/** The names of the parts stand in the file as UTF-16. */
const partsOf = (bytes: Buffer): readonly (keyof typeof compoundParts)[] =>
  (["doc", "xls", "ppt"] as const).filter((format) =>
    compoundParts[format].some((part) => bytes.includes(`${part}\0`, 0, "utf16le")),
  );

const packed = (fileName: string) =>
  badFile(fileName, "是压缩包，不能作为附件", "请先解压，再逐个选择里面的文件。");

const unknown = (fileName: string) =>
  badFile(
    fileName,
    "不是能作为附件的文件",
    "附件可以是扫描件、PDF、OFD、图片、XML、Word、Excel 或演示文稿；文件以内容为准，改名没有用。",
  );
