import type { PaperFormat } from "#shared/attachments/paperTypes.ts";
import { joinNumber } from "#shared/invoices/invoiceNumber.ts";
import { type InvoicePaper, readInvoicePaper, unreadPaper } from "#shared/invoices/invoicePaper.ts";
import { readEInvoice } from "#shared/invoices/readEInvoice.ts";
import { textAt, type XmlElement } from "#shared/invoices/xmlElement.ts";
import { parseYuan } from "#shared/kernel/cents.ts";
import { parseDate } from "#shared/kernel/dates.ts";
import type { Paper } from "../attachments/readPaper.ts";
import { XmlError } from "../excel/readXml.ts";
import { ZipError } from "../excel/readZip.ts";
import { badFile } from "../files/openFile.ts";
import { type OfdText, readOfd } from "../ofd/readOfd.ts";
import type { PdfReader } from "../pdf/readPdfText.ts";
import { readXmlTree } from "../xml/readXmlTree.ts";

/** What a paper says; `why` tells what keeps anything from being read, empty when there was something to read. */
export type PaperRead = InvoicePaper & Readonly<{ why: string }>;

const pictures: ReadonlySet<PaperFormat> = new Set(["png", "jpg", "gif", "bmp", "tif", "webp", "heic"]);
const getAgain = "请重新下载这个文件，能正常打开后再试。";

/** Reads the number of an invoice off its paper. Throws `bad-file` for what is no invoice's paper or is damaged. */
export async function readPaper(paper: Paper, pdf: PdfReader, signal?: AbortSignal): Promise<PaperRead> {
  const { fileName, bytes, type } = paper;
  switch (type.extension) {
    case "pdf": {
      const { pages } = await pdf.read(fileName, bytes, signal);
      const why = pages.every((page) => page === "") ? "是扫描件，里面没有文字" : "";
      return { ...readInvoicePaper(pages), why };
    }
    case "ofd":
      return { ...(await readOfdPaper(fileName, bytes)), why: "" };
    case "xml":
      return { ...readXmlPaper(fileName, bytes), why: "" };
    default:
      if (pictures.has(type.extension)) return { ...unreadPaper, why: "是图片，读不出文字" };
      throw badFile(
        fileName,
        `是${type.name}，不是发票原件`,
        "发票原件是 PDF、OFD、数电票 XML 或图片；发票清单请在“发票 › 导入发票”中导入。",
      );
  }
}

function readXmlPaper(fileName: string, bytes: Buffer): InvoicePaper {
  try {
    return eInvoicePaper(readXmlTree(bytes)) ?? noInvoice(fileName);
  } catch (error) {
    if (error instanceof XmlError) throw badFile(fileName, "不是完整的 XML，没有收", getAgain);
    throw error;
  }
}

const noInvoice = (fileName: string): never => {
  throw badFile(fileName, "不是数电票 XML，没有收", "请选择电子税务局下载的数电票 XML，或发票的 PDF、OFD。");
};

/** `undefined` for a document that is no invoice. */
function eInvoicePaper(root: XmlElement): InvoicePaper | undefined {
  if (root.name !== "EInvoice") return undefined;
  const read = readEInvoice(root);
  if (read.kind === "refused")
    return read.number === undefined ? undefined : { ...unreadPaper, numbers: [read.number] };
  const { number, amounts, stated } = read.row;
  return { ...unreadPaper, numbers: [number], grossCents: amounts?.gross, issueDate: stated.issueDate };
}

async function readOfdPaper(fileName: string, bytes: Buffer): Promise<InvoicePaper> {
  try {
    const ofd = await readOfd(bytes);
    const attached = ofd.attached.flatMap((part) => attachedPaper(part) ?? []);
    const text = readInvoicePaper(ofd.pages);
    const known = [notedPaper(ofd), ...attached, text].find(({ numbers }) => numbers.length > 0) ?? text;
    return {
      ...known,
      grossCents: known.grossCents ?? text.grossCents,
      issueDate: known.issueDate ?? text.issueDate,
    };
  } catch (error) {
    if (error instanceof ZipError || error instanceof XmlError)
      throw badFile(fileName, "已损坏，或者不是 OFD，没有收", getAgain);
    throw error;
  }
}

/** What the platform noted beside the pages. */
function notedPaper({ custom }: OfdText): InvoicePaper {
  const noted = (name: string): string => (custom.get(name) ?? "").normalize("NFKC").trim();
  const number = canonical(noted("发票代码"), noted("发票号码"));
  return {
    ...unreadPaper,
    numbers: number === undefined ? [] : [number],
    grossCents: parseYuan(noted("价税合计")),
    issueDate: parseDate(noted("开票日期")),
  };
}

const canonical = (code: string, number: string): string | undefined =>
  /^\d{20}$/.test(number) ? number : joinNumber(code, number);

/** The invoice as data inside its own paper: of a 数电票, or of the older kind, whose elements have other names. */
function attachedPaper(bytes: Buffer): InvoicePaper | undefined {
  let root: XmlElement;
  try {
    root = readXmlTree(bytes);
  } catch (error) {
    // Signatures and the like: the pages still say it.
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  const eInvoice = eInvoicePaper(root);
  if (eInvoice !== undefined) return eInvoice;
  const number = canonical(textAt(root, "InvoiceCode"), textAt(root, "InvoiceNo"));
  if (number === undefined) return undefined;
  return {
    ...unreadPaper,
    numbers: [number],
    grossCents: parseYuan(textAt(root, "TaxInclusiveTotalAmount")),
    issueDate: parseDate(textAt(root, "IssueDate")),
  };
}
