import { createHash } from "node:crypto";
import type { Row } from "#shared/model/ledger.ts";
import { people } from "./office.ts";
import { paperPdf } from "./paperPdf.ts";
import { addedAt, paperName, type SamplePaper, samplePapers } from "./papers.ts";
import { notVoided, sampleId } from "./rows.ts";

const noOwner = {
  projectId: null,
  contractId: null,
  supplementId: null,
  acceptanceId: null,
  invoiceId: null,
  approvalId: null,
  paymentId: null,
} as const;

const contentIdOf = (paper: SamplePaper) => sampleId(`content-${paperName(paper)}`);

const drawn = samplePapers.map((paper) => ({ paper, bytes: paperPdf(paper.paper) }));

export const attachmentContents: readonly Row<"attachmentContent">[] = drawn.map(({ paper, bytes }) => ({
  id: contentIdOf(paper),
  sha256: createHash("sha256").update(bytes).digest("hex"),
  base64: bytes.toString("base64"),
}));

export const attachments: readonly Row<"attachment">[] = drawn.map(({ paper, bytes }) => ({
  id: sampleId(`attachment-${paperName(paper)}`),
  contentId: contentIdOf(paper),
  kind: paper.kind,
  fileName: paper.fileName,
  mediaType: "application/pdf",
  sizeBytes: bytes.length,
  ...noOwner,
  [paper.owner.column]: paper.owner.id,
  addedAt: addedAt(paper.madeOn),
  addedBy: people.handler,
  note: "",
  ...notVoided,
  invoiceNumber: null,
}));
