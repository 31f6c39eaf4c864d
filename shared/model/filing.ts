import { z } from "zod";
import * as field from "./fields.ts";

/** 申报材料: one paper of a project, such as the target sheet. */
export const filing = z.strictObject({
  id: field.id,
  projectId: field.id,
  form: field.name,
  title: field.text,
});
export type Filing = Readonly<z.infer<typeof filing>>;

/** 版本: frozen when it is handed in. A frozen version never changes: its form value and hash are kept. */
export const filingVersion = z.strictObject({
  id: field.id,
  filingId: field.id,
  versionNo: z.int().min(1),
  template: field.name,
  formJson: field.json,
  contentHash: field.name,
  frozenAt: field.instant,
  frozenBy: field.text,
  note: field.text,
  submissionId: field.id.nullable().describe("随哪一次报送"),
});
export type FilingVersion = Readonly<z.infer<typeof filingVersion>>;

export const filingFormats = ["xlsx", "pdf", "docx"] as const;

/** 版本文件: a frozen version as it was handed in, so that it prints byte for byte the same again. */
export const filingFile = z.strictObject({
  id: field.id,
  filingVersionId: field.id,
  format: z.enum(filingFormats),
  fileName: field.name,
  contentId: field.id,
  sizeBytes: z.int().min(0),
});
export type FilingFile = Readonly<z.infer<typeof filingFile>>;

/** 报送: the papers of a project that were handed in together, with the result of the check they went out with. */
export const submission = z.strictObject({
  id: field.id,
  projectId: field.id,
  title: field.name.describe("例如 2022年预算申报"),
  reportJson: field.json.describe("报送时的体检结果"),
  submittedAt: field.instant,
  submittedBy: field.text,
  note: field.text,
  ...field.voidable,
});
export type Submission = Readonly<z.infer<typeof submission>>;

/** 表式 of this office: a copy of one that comes with the program, with its own titles, labels, columns and fonts. */
export const formTemplate = z.strictObject({
  id: field.id,
  key: field.name.describe("例如 gfl-2026"),
  title: field.name,
  basedOn: field.name.describe("例如 sh-2026"),
  templateJson: field.json,
  changedAt: field.instant,
  changedBy: field.text,
  note: field.text,
  ...field.voidable,
});
export type FormTemplate = Readonly<z.infer<typeof formTemplate>>;

export const broughtKinds = [
  "targets",
  "narrative",
  "budget",
  "monitoring",
  "selfEvaluation",
  "other",
] as const;

/**
 * 带入的材料: a paper of an earlier year or another program as it was read, whole, so that each value can be shown where it
 * stood and later papers can be compared with it.
 */
export const broughtPaper = z.strictObject({
  id: field.id,
  projectId: field.id.nullable(),
  kind: z.enum(broughtKinds),
  title: field.name,
  fileName: field.text,
  contentId: field.id.nullable().describe("原文件；粘贴的没有"),
  paperText: field.text,
  paperJson: field.json.describe("读出的各项与出处"),
  broughtAt: field.instant,
  broughtBy: field.text,
  note: field.text,
  ...field.voidable,
});
export type BroughtPaper = Readonly<z.infer<typeof broughtPaper>>;

/** 变更记录: who, when, what, before and after, chained by hash. */
export const changeLog = z.strictObject({
  id: field.id,
  seq: z.int().min(1),
  at: field.instant,
  actor: field.text,
  action: field.name,
  entity: field.name,
  entityId: field.text,
  summary: field.text,
  beforeJson: field.json.nullable(),
  afterJson: field.json.nullable(),
  previousHash: field.text,
  hash: field.name,
  step: z.int().min(1).nullable().describe("同一次保存的各条记录共有的步号：其中第一条的序号"),
  undoesStep: z.int().min(1).nullable().describe("撤销的是哪一步"),
});
export type ChangeLogEntry = Readonly<z.infer<typeof changeLog>>;
