import type { FilingFile } from "../model/filing.ts";

/** What a paper can be written as. */
export type FilingFormat = FilingFile["format"];

/** What a paper is about: a project, or, for lists, the papers of a year, of one project where one is chosen. */
export type FormAbout = "project" | "year" | "payment";

export type FormKind = Readonly<{ title: string; about: FormAbout; formats: readonly FilingFormat[] }>;

/** Every paper the office prints, in the order in which they are handed in. */
export const formKinds = {
  narrative: { title: "项目经费情况说明", about: "project", formats: ["docx", "pdf", "xlsx"] },
  budget: { title: "项目支出预算明细表", about: "project", formats: ["xlsx", "pdf", "docx"] },
  targets: { title: "财政项目支出绩效目标申报表", about: "project", formats: ["xlsx", "pdf", "docx"] },
  targetsFill: { title: "财政项目支出绩效目标填报表", about: "project", formats: ["xlsx", "pdf", "docx"] },
  monitoring: { title: "绩效运行监控表", about: "project", formats: ["xlsx", "pdf", "docx"] },
  selfEvaluation: { title: "财政项目支出绩效自评表", about: "project", formats: ["xlsx", "pdf", "docx"] },
  schedule: { title: "付款计划与核对表", about: "project", formats: ["xlsx", "pdf", "docx"] },
} as const satisfies Readonly<Record<string, FormKind>>;

export type FormId = keyof typeof formKinds;
export const formIds = Object.keys(formKinds) as [FormId, ...FormId[]];

export const formKindOf = (id: FormId): FormKind => formKinds[id];
