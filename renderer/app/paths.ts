import type { Subject, SubjectKind } from "#shared/rules/finding.ts";

/** Where an object of the ledger is shown. The pages take these parameters. */
const patterns: Readonly<Record<SubjectKind, (id: string) => string>> = {
  project: (id) => `/projects/${id}`,
  budgetLine: (id) => `/projects?budgetLine=${id}`,
  fundingSource: (id) => `/projects?fundingSource=${id}`,
  indicator: (id) => `/projects?indicator=${id}`,
  vendor: (id) => `/vendors?vendor=${id}`,
  contract: (id) => `/contracts?contract=${id}`,
  instalment: (id) => `/contracts?instalment=${id}`,
  acceptance: (id) => `/contracts?acceptance=${id}`,
  rental: (id) => `/rentals?rental=${id}`,
  invoice: (id) => `/invoices?invoice=${id}`,
  importBatch: (id) => `/invoices?batch=${id}`,
  payment: (id) => `/payments?payment=${id}`,
};

export const pathTo = (kind: SubjectKind, id: string): string => patterns[kind](encodeURIComponent(id));

export const pathToSubject = ({ kind, id }: Subject): string => pathTo(kind, id);

export const subjectWords: Readonly<Record<SubjectKind, string>> = {
  project: "项目",
  budgetLine: "预算明细",
  fundingSource: "资金来源",
  indicator: "绩效指标",
  vendor: "供应商",
  contract: "合同",
  instalment: "付款期次",
  acceptance: "验收",
  rental: "月租",
  invoice: "发票",
  importBatch: "导入批次",
  payment: "付款",
};
