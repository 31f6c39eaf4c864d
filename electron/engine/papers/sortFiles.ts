import { stat } from "node:fs/promises";
import path from "node:path";
import type { FileKind, SortedFile } from "#shared/api/papers.ts";
import { formatOfName, isShown, type PaperFormat } from "#shared/attachments/paperTypes.ts";
import { headBytes, recognizeHead } from "#shared/attachments/recognize.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { paperOf } from "../attachments/readPaper.ts";
import { sourceKind } from "../invoices/sourceKind.ts";
import { paperFiles } from "./paperFiles.ts";
import type { GivenFile } from "./takePapers.ts";

const lists: ReadonlySet<PaperFormat> = new Set(["xlsx", "xls"]);

/** What each file is by what is in it. A folder or a zip is what most in it is: with any paper in it, papers. */
export const sortFiles = (given: readonly GivenFile[]): Promise<readonly SortedFile[]> =>
  Promise.all(
    given.map(async ({ file, fileName, path: place }) => ({
      file,
      fileName,
      ...(await kindOf(place, fileName)),
    })),
  );

type Kind = Pick<SortedFile, "is" | "count" | "message">;
const kind = (is: FileKind, count = 1): Kind => ({ is, count, message: "" });

async function kindOf(place: string, fileName: string): Promise<Kind> {
  try {
    const files = await paperFiles(place);
    const [only] = files;
    const isFolder = (await stat(place)).isDirectory();
    if (isFolder || only === undefined || only.part !== null)
      return kindOfMany(
        files.map((one) => one.fileName),
        isFolder,
      );
    if ((await sourceKind(place)) === "text" && !isProgram(await only.read(), fileName)) return kind("list");
    const { type } = await paperOf(fileName, await only.read());
    if (type.extension === "xml") return kind("eInvoices");
    if (isShown(type.extension)) return kind("papers");
    if (lists.has(type.extension)) return kind("list");
    return other(`是${type.name}，既不是发票清单，也不是发票原件。`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // With macros or beyond the size of a paper: the reader of lists takes it, or says why not.
    if (/\.(xls[xm]?|csv|tsv|txt)$/i.test(place)) return kind("list");
    return other(error.message);
  }
}

const isProgram = (bytes: Buffer, fileName: string): boolean =>
  recognizeHead(bytes.subarray(0, headBytes), fileName).kind === "program";

/** By their names: what is really in them is looked at when they are taken. */
function kindOfMany(names: readonly string[], isFolder: boolean): Kind {
  const formats = names.map((name) => formatOfName(name));
  const papers = formats.filter((format) => format !== undefined && isShown(format)).length;
  const xml = formats.filter((format) => format === "xml").length;
  const inner = names.filter((name) => path.extname(name).toLowerCase() === ".zip").length;
  if (papers > 0) return kind("papers", papers + xml);
  if (xml + inner > 0) return kind("eInvoices", xml + inner);
  const what = isFolder ? "文件夹" : "压缩包";
  if (formats.some((format) => format !== undefined && lists.has(format)))
    return other(`里面是 Excel 工作簿，请${isFolder ? "直接选择里面的文件" : "先解压"}再放进来。`);
  return other(`这个${what}里没有发票原件。`);
}

const other = (message: string): Kind => ({ is: "other", count: 0, message });
