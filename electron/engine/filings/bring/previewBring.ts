import { createHash } from "node:crypto";
import type { BringPreview } from "#shared/api/bring.ts";
import { offersOf } from "#shared/filings/offers.ts";
import { readFiling } from "#shared/filings/readFiling.ts";
import { textOfDocument } from "#shared/filings/source.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Context } from "../../context.ts";
import { heldBy } from "./heldBy.ts";
import { type GivenSource, type ReadSource, readSource } from "./readSource.ts";

export type PreviewRequest = Readonly<{ source: GivenSource; projectId: Id | null }>;

/** A preview, and the file it was made of. */
export type Previewed = Readonly<{ preview: BringPreview; read: ReadSource }>;

/** Reads a document and says what a project could take over from it. Writes nothing. */
export async function previewBring(
  context: Context,
  { source, projectId }: PreviewRequest,
): Promise<Previewed> {
  const read = await readSource(source, context.signal);
  const papers = readFiling(read.document);
  const held = projectId === null ? new Map() : heldBy(await context.facts(), projectId);
  const years = papers.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  return {
    read,
    preview: {
      fileName: read.fileName,
      format: read.document.format,
      seen: createHash("sha256").update(textOfDocument(read.document)).digest("hex"),
      lines: read.document.lines,
      papers,
      offers: offersOf(papers, held),
      fiscalYear: years[0] ?? null,
    },
  };
}
