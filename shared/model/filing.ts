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
});
export type FilingVersion = Readonly<z.infer<typeof filingVersion>>;

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
