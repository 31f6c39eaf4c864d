import type { FilingFile } from "../model/filing.ts";

/** What a paper can be written as. */
export type FilingFormat = FilingFile["format"];

/** What a paper is about: a project, or, for lists, the papers of a year, of one project where one is chosen. */
export type FormAbout = "project" | "year" | "payment";

/** What the papers are for, as they are listed. */
export const formUses = {
  apply: "申报",
  execute: "执行",
  evaluate: "绩效",
  register: "台账",
  slip: "付款单据",
} as const;
export type FormUse = keyof typeof formUses;

export type FormKind = Readonly<{
  title: string;
  about: FormAbout;
  use: FormUse;
  formats: readonly FilingFormat[];
}>;

/** Every paper the office prints, in the order in which they are handed in. */
export const formKinds = {
  narrative: { title: "项目经费情况说明", about: "project", use: "apply", formats: ["docx", "pdf", "xlsx"] },
  budget: { title: "项目支出预算明细表", about: "project", use: "apply", formats: ["xlsx", "pdf", "docx"] },
  targets: {
    title: "财政项目支出绩效目标申报表",
    about: "project",
    use: "apply",
    formats: ["xlsx", "pdf", "docx"],
  },
  targetsFill: {
    title: "财政项目支出绩效目标填报表",
    about: "project",
    use: "apply",
    formats: ["xlsx", "pdf", "docx"],
  },
  rentalMonths: { title: "月租费明细表", about: "year", use: "apply", formats: ["xlsx", "pdf", "docx"] },
  payPlan: { title: "付款计划表", about: "year", use: "execute", formats: ["xlsx", "pdf", "docx"] },
  execution: { title: "预算执行情况表", about: "year", use: "execute", formats: ["xlsx", "pdf", "docx"] },
  paymentCheck: { title: "付款核对表", about: "year", use: "execute", formats: ["xlsx", "pdf", "docx"] },
  monitoring: {
    title: "绩效运行监控表",
    about: "project",
    use: "evaluate",
    formats: ["xlsx", "pdf", "docx"],
  },
  selfEvaluation: {
    title: "财政项目支出绩效自评表",
    about: "project",
    use: "evaluate",
    formats: ["xlsx", "pdf", "docx"],
  },
  contracts: { title: "合同台账", about: "year", use: "register", formats: ["xlsx", "pdf", "docx"] },
  // Filtered and added up in a workbook, printed as a PDF, and handed in as Word nowhere; of its rows there may be 100,000,
  // which no Word opens.
  invoices: { title: "发票台账", about: "year", use: "register", formats: ["xlsx", "pdf"] },
  approvalSlip: { title: "付款审批单", about: "payment", use: "slip", formats: ["pdf", "xlsx", "docx"] },
  voucherSlip: { title: "票据粘贴单", about: "payment", use: "slip", formats: ["pdf", "xlsx", "docx"] },
} as const satisfies Readonly<Record<string, FormKind>>;

export type FormId = keyof typeof formKinds;
export const formIds = Object.keys(formKinds) as [FormId, ...FormId[]];

export const formKindOf = (id: FormId): FormKind => formKinds[id];

/** The papers that are about a project, a year, or a payment. */
export type FormIdAbout<About extends FormAbout> = {
  [Id in FormId]: (typeof formKinds)[Id]["about"] extends About ? Id : never;
}[FormId];

export const isAbout = <About extends FormAbout>(id: FormId, about: About): id is FormIdAbout<About> =>
  formKindOf(id).about === about;
