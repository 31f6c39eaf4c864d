import { buildList } from "#shared/forms/builders/list.ts";
import { text } from "#shared/forms/values.ts";
import { compareText } from "#shared/kernel/compareText.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { safeFileName } from "#shared/kernel/safeFileName.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import type { NamedFile } from "../files/writeFolder.ts";
import type { DrawnPaper } from "./drawPapers.ts";
import { sha256 } from "./versionFiles.ts";
import { writeForm } from "./writeForm.ts";

export type PackageStamp = Readonly<{ title: string; submittedAt: string; submittedBy: string }>;
export type PackedPaper = Pick<DrawnPaper, "title" | "versionNo" | "files">;

/** The files of a 申报包 in their order: every paper, the check report, and the list of them all with their hashes. */
export async function packageFiles(
  context: Context,
  project: Project,
  papers: readonly PackedPaper[],
  stamp: PackageStamp,
): Promise<readonly NamedFile[]> {
  const listed = papers.flatMap((paper, index) =>
    // In one order, whether they were just drawn or kept.
    paper.files
      .toSorted((left, right) => compareText(left.format, right.format))
      .map(({ format, bytes }) => ({
        name: `${String(index + 1).padStart(2, "0")} ${safeFileName(paper.title)}.${format}`,
        paper,
        bytes,
      })),
  );
  const list = buildList({
    title: "清单",
    note: `${project.name}（${project.code}）　${stamp.title}　${stamp.submittedBy} ${stamp.submittedAt.slice(0, 10)}`,
    columns: [
      { title: "文件", width: 44, kind: "text" },
      { title: "版本", width: 8, kind: "centred" },
      { title: "页数", width: 8, kind: "centred" },
      { title: "字节", width: 12, kind: "number" },
      { title: "SHA-256", width: 70, kind: "text" },
    ],
    rows: listed.map(({ name, paper, bytes }) => [
      text(name),
      text(`第${paper.versionNo}版`),
      text(pagesOf(name, bytes)),
      { kind: "number" as const, value: decimal(String(bytes.length)) },
      text(sha256(bytes)),
    ]),
  });
  const written = { writtenAt: stamp.submittedAt, author: stamp.submittedBy };
  const silent = { ...context, progress: () => undefined };
  const workbook = { name: "清单.xlsx", bytes: (await writeForm(silent, list, "xlsx", written)).bytes };
  const files: readonly NamedFile[] = [...listed.map(({ name, bytes }) => ({ name, bytes })), workbook];
  const sums = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join("");
  return [...files, { name: "校验值.txt", bytes: Buffer.from(sums) }];
}

/** Only a PDF knows its pages: a workbook and a Word file have those of the machine that prints them. */
const pagesOf = (name: string, bytes: Buffer): string =>
  name.endsWith(".pdf") ? String((bytes.toString("latin1").match(/\/Type \/Page\b(?!s)/g) ?? []).length) : "";

/** What folder and zip are called. */
export const packageName = (project: Project, { title, submittedAt }: PackageStamp): string =>
  safeFileName(`申报包 ${project.code} ${title} ${submittedAt.slice(0, 10)}`);
