import type { UserError } from "#shared/kernel/errors.ts";
import { badFile } from "../files/openFile.ts";
import { headKind, isWebPage, isXmlTable } from "./headKind.ts";
import { widestRow } from "./readLimits.ts";
import { XmlError } from "./readXml.ts";
import { ZipError } from "./readZip.ts";

const saveAgain = "请在 Excel 或 WPS 中打开它，另存为“Excel 工作簿（*.xlsx）”后再试。";
const getAgain = "请重新下载或重新复制这个文件，能在 Excel 或 WPS 中正常打开后再试。";
export const limitError = (fileName: string, what: string): UserError =>
  badFile(fileName, `${what}，没有读入`, "请按月份或年度分成几个较小的文件，再分别导入。");

/** Left out in silence, such cells would be missed by nobody. `cell` is a reference such as "AMK12". */
export const tooWideError = (fileName: string, sheet: string, cell: string): UserError =>
  badFile(
    fileName,
    `的工作表“${sheet}”在第${widestRow}列右边还有内容（单元格 ${cell}），没有读入`,
    "清单没有这么多列。请在 Excel 或 WPS 中打开它，把右边用不到的内容清除、保存后再试。",
  );

/** What a file is that starts like this and is no workbook. `head` are its first bytes. */
export function strangeFile(fileName: string, head: Buffer): UserError {
  const kind = headKind(head);
  switch (kind) {
    case "empty":
      return badFile(fileName, "是空的", getAgain);
    case "pdf":
      return badFile(fileName, "是 PDF，不是工作簿", "请在电子税务局重新导出 Excel 格式的清单。");
    case "image":
      return badFile(
        fileName,
        "是图片，不是工作簿",
        "请在电子税务局导出 Excel 格式的清单；扫描件和照片不能导入。",
      );
    case "archive":
      return badFile(fileName, "是压缩包，不是工作簿", "请先解压，再选择其中的 .xlsx 文件。");
    case "markup":
      return badFile(fileName, markupWords(head), saveAgain);
    case "zeros":
      return badFile(fileName, "的开头是空白数据，可能没有下载完或没有复制完", getAgain);
    case "text":
      return badFile(
        fileName,
        "是文本（CSV），不是 Excel 工作簿",
        "长号码在文本文件中容易丢失位数。请在电子税务局重新导出 Excel 格式的清单。",
      );
    case "zip":
    case "compound":
    case "other":
      return badFile(fileName, "不是 Excel 工作簿", "请选择电子税务局导出的 .xlsx 文件。");
    default:
      return kind satisfies never;
  }
}

/** Platforms give web pages and XML the name of a workbook; Excel opens them all the same and can save them as one. */
function markupWords(head: Buffer): string {
  if (isXmlTable(head)) return "是“XML 表格 2003”，不能直接读取";
  return isWebPage(head) ? "其实是网页，只是用了表格的扩展名" : "其实是 XML，不是工作簿";
}

/** A compound file is an encrypted workbook, one of the old format, or another old Office file. */
export function compoundFile(
  fileName: string,
  streams: Readonly<{ encrypted: boolean; workbook: boolean }>,
): UserError {
  if (streams.encrypted) {
    return badFile(fileName, "设了打开密码（已加密）", "请在 Excel 或 WPS 中打开它，取消密码并保存后再试。");
  }
  if (streams.workbook) {
    const format = /\.et$/i.test(fileName) ? "WPS 的 .et 格式" : "旧的 .xls 格式";
    return badFile(fileName, `是${format}，不能直接读取`, saveAgain);
  }
  return badFile(fileName, "不是 Excel 工作簿，而是别的旧版办公文件", "请选择电子税务局导出的 .xlsx 文件。");
}

/** A zip without a workbook in it: name what it is when it can be told. */
export function strangeZip(fileName: string, names: readonly string[]): UserError {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i))
    return badFile(fileName, "是 .xlsb（二进制工作簿），不能直接读取", saveAgain);
  if (has(/^word\//i))
    return badFile(fileName, "是 Word 文档，不是工作簿", "请选择电子税务局导出的 .xlsx 文件。");
  if (has(/^ppt\//i))
    return badFile(fileName, "是演示文稿，不是工作簿", "请选择电子税务局导出的 .xlsx 文件。");
  if (has(/^ofd\.xml$/i)) {
    return badFile(
      fileName,
      "是 OFD 版式文件（单张发票），不是工作簿",
      "请在电子税务局“全量发票查询”导出 Excel 格式的清单。",
    );
  }
  if (has(/^content\.xml$/i))
    return badFile(fileName, "是 OpenDocument 表格（.ods），不能直接读取", saveAgain);
  if (has(/\.xlsx$/i))
    return badFile(fileName, "是压缩包，里面才是工作簿", "请先解压，再选择其中的 .xlsx 文件。");
  return badFile(fileName, "是压缩包，不是 Excel 工作簿", "请选择电子税务局导出的 .xlsx 文件。");
}

/** Turns what the readers of zip and XML throw into words. */
export function contentError(fileName: string, error: unknown): unknown {
  if (error instanceof ZipError) {
    switch (error.kind) {
      case "truncated":
        return badFile(fileName, "不完整，可能没有下载完或没有复制完", getAgain);
      case "encrypted":
        return badFile(fileName, "是加密的压缩文件", "请取消密码后再试。");
      case "damaged":
        return badFile(fileName, "已损坏", getAgain);
      case "bomb":
        return badFile(fileName, "解开后大得不正常，没有读入", "它不像办公软件保存的工作簿，请核实来源。");
      default:
        return error.kind satisfies never;
    }
  }
  if (error instanceof XmlError) return badFile(fileName, "内容已损坏，不能当作工作簿读取", getAgain);
  return error;
}
