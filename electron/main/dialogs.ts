import path from "node:path";
import { app, type BrowserWindow, dialog, type FileFilter } from "electron";
import { ledgerExtension, type PickPurpose, type SaveFormat } from "#shared/api/shell.ts";
import { paperExtensions, paperFormats, paperTypes } from "#shared/attachments/paperTypes.ts";
import { safeFileName } from "#shared/kernel/safeFileName.ts";
import { withExtension } from "./fileNames.ts";

const ownNames = { jingfei: "经费账本", json: "JSON 文件", zip: "压缩包" } as const;

const nameOf = (format: SaveFormat): string => {
  const paper = paperFormats.find((other) => other === format);
  return paper === undefined ? ownNames[format as keyof typeof ownNames] : paperTypes[paper].name;
};

const filterOf = (format: SaveFormat): FileFilter => ({ name: nameOf(format), extensions: [format] });

const pickDialogs: Readonly<Record<PickPurpose, Readonly<{ title: string; filter: FileFilter }>>> = {
  invoices: {
    title: "选择发票清单或数电票",
    filter: {
      name: "Excel 工作簿、csv、数电票 XML、zip",
      extensions: ["xlsx", "xlsm", "xls", "csv", "tsv", "txt", "xml", "zip"],
    },
  },
  payments: {
    title: "选择付款记录",
    filter: { name: "Excel 工作簿、csv", extensions: ["xlsx", "xlsm", "xls", "csv", "tsv", "txt"] },
  },
  filings: {
    title: "选择申报表、填报表或情况说明",
    filter: { name: "Word、Excel、PDF、文本", extensions: ["docx", "xlsx", "pdf", "txt"] },
  },
  ledger: { title: "打开账本", filter: filterOf(ledgerExtension) },
  json: { title: "选择 JSON 文件", filter: filterOf("json") },
};

/** The chosen path, or undefined when the officer cancelled. */
export async function askForFile(window: BrowserWindow, purpose: PickPurpose): Promise<string | undefined> {
  const { title, filter } = pickDialogs[purpose];
  const filters = [filter, { name: "所有文件", extensions: ["*"] }];
  const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ["openFile"] });
  return filePaths[0];
}

/** Papers to attach, as many as there are. */
export async function askForPapers(window: BrowserWindow): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: "选择附件",
    filters: [
      { name: "扫描件、PDF、OFD、图片、XML、Office 文件", extensions: [...paperExtensions] },
      { name: "所有文件", extensions: ["*"] },
    ],
    properties: ["openFile", "multiSelections"],
  });
  return filePaths;
}

export async function askForFolder(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: "选择文件夹",
    properties: ["openDirectory", "createDirectory"],
  });
  return filePaths[0];
}

/** Where to save; the system asks before something is overwritten. */
export async function askForSave(
  window: BrowserWindow,
  suggestedName: string,
  format: SaveFormat,
): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: "保存为",
    defaultPath: path.join(app.getPath("documents"), withExtension(safeFileName(suggestedName), format)),
    filters: [filterOf(format)],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  return filePath ? withExtension(filePath, format) : undefined;
}
