import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { headKind, isWebPage, isXmlTable } from "../excel/headKind.ts";
import { listZip, ZipError } from "../excel/readZip.ts";
import { openFile } from "../files/openFile.ts";

/** How the invoices in a file are to be read. What nobody can read is left to the reader of workbooks, which says why. */
export type SourceKind = "workbook" | "text" | "eInvoices";

const headSize = 4_096;

/** Looks into a file rather than at its name: platforms call web pages and csv .xls. */
export async function sourceKind(path: string): Promise<SourceKind> {
  if (basename(path).startsWith("~$")) return "workbook";
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return "eInvoices";
  const file = await openFile(path);
  try {
    const head = Buffer.alloc(headSize);
    const { bytesRead } = await file.read(head, 0, headSize, 0);
    const start = head.subarray(0, bytesRead);
    switch (headKind(start)) {
      case "text":
        return "text";
      case "markup":
        return isWebPage(start) || isXmlTable(start) ? "workbook" : "eInvoices";
      case "zip":
        return (await holdsXml(file)) ? "eInvoices" : "workbook";
      case "other":
        // What spoils a text is told by the reader of texts, with its place.
        return /\.(csv|tsv|txt)$/i.test(path) ? "text" : "workbook";
      default:
        return "workbook";
    }
  } finally {
    await file.close();
  }
}

/** Parts that make a zip a document of its own. */
const documentPart = /^(\[content_types\]\.xml|_rels\/|xl\/|word\/|ppt\/|ofd\.xml$|mimetype$|content\.xml$)/i;

async function holdsXml(file: Awaited<ReturnType<typeof openFile>>): Promise<boolean> {
  try {
    const names = (await listZip(file, (await file.stat()).size)).map(({ name }) => name);
    if (names.some((name) => documentPart.test(name))) return false;
    return names.some((name) => /\.(xml|zip)$/i.test(name));
  } catch (error) {
    // A damaged zip: the reader of workbooks says in what way.
    if (error instanceof ZipError) return false;
    throw error;
  }
}
