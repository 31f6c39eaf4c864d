import { writeFileSync } from "node:fs";
import path from "node:path";
import { contractId } from "#engine/sample/contracts.ts";
import { paymentId } from "#engine/sample/paymentDraft.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { EngineDesk } from "../engineDesk.ts";
import { found, nothing, type Requests, reason, year } from "./common.ts";

const list = {
  title: "发票",
  columns: [{ title: "号码", width: 20, kind: "text" as const }],
  rows: [["1"], [null]],
};

const minutes = {
  id: null,
  kind: "minutes" as const,
  documentNo: "〔2022〕9号",
  title: "会议纪要",
  approvedOn: isoDate("2022-07-01"),
  projectId: null,
  contractId: contractId("joint"),
  paymentId: null,
  content: "",
};

const ofJoint = { contractId: contractId("joint") } as const;

const joints = async ({ ask }: EngineDesk) =>
  (await ask("attachments.list", { owner: ofJoint }))[0]?.id ?? "";

export const ledgerRequests = {
  "engine.ping": nothing,
  "ledger.status": nothing,
  "ledger.create": async ({ grant }) => ({
    file: grant("新.jingfei"),
    sample: false,
    officeName: "新街道",
    officer: "王经办",
    year: 2023,
  }),
  "ledger.open": async ({ grant }) => ({ file: grant("sample.jingfei") }),
  "ledger.openRecent": async ({ ask }) => ({ id: (await ask("ledger.status", {})).recent[0]?.id ?? "" }),
  "ledger.close": nothing,
  "ledger.dump": async ({ grant }) => ({ file: grant("全部.json") }),
  "ledger.verify": nothing,
  "ledger.find": async () => ({ text: "FK-2022" }),
  "ledger.history": async () => ({ entity: "payment", entityId: null, limit: 10 }),
  "workbench.overview": async () => year,
  "office.get": nothing,
  "office.saveOfficer": async () => ({ officer: "新经办" }),
  "office.saveUnit": async () => ({
    id: null,
    kind: "unit",
    nature: "institution",
    creditCode: null,
    note: "",
    names: [{ name: "文化中心", validFrom: null, validTo: null }],
  }),
  "due.list": async () => ({ ...year, asOf: null }),
  "due.export": async ({ grant }) => ({
    ...year,
    asOf: null,
    keys: null,
    format: "pdf",
    file: grant("待办清单.pdf"),
  }),
  "approvals.list": async () => ({ owner: ofJoint }),
  "approvals.save": async () => minutes,
  "approvals.void": async ({ ask }) => ({ id: (await ask("approvals.save", minutes)).id, reason }),
  "holidays.list": nothing,
  "holidays.saveYear": async () => ({
    year: 2023,
    days: [{ onDate: isoDate("2023-01-02"), kind: "holiday", name: "元旦" }],
  }),
  "attachments.list": async () => ({ owner: ofJoint }),
  "attachments.add": async ({ folder, grant }) => {
    writeFileSync(path.join(folder, "法律审查.pdf"), "%PDF-1.4");
    return { owner: ofJoint, kind: "legalReview", files: [grant("法律审查.pdf", "read")] };
  },
  "attachments.change": async (engine) => ({ id: await joints(engine), kind: "other", note: "" }),
  "attachments.void": async (engine) => ({ id: await joints(engine), reason }),
  "attachments.saveTo": async (engine) => ({ id: await joints(engine), file: engine.grant("扫描件.pdf") }),
  "checks.run": async () => ({ ...year, asOf: null }),
  "checks.decide": async ({ ask }) => ({
    findingKey: (await ask("checks.run", { ...year, asOf: null })).findings[0]?.key ?? "",
    action: "accept",
    reason: "经会议同意",
    by: "李主任",
  }),
  "checks.acceptMany": async ({ ask }) => ({
    findingKeys: (await ask("checks.run", { ...year, asOf: null })).findings
      .filter(({ severity }) => severity === "hint")
      .map(({ key }) => key),
    reason: "已知悉",
    by: "李主任",
  }),
  "checks.mend": async ({ ask }) => ({
    findingKey: found((await ask("checks.run", { ...year, asOf: null })).findings.find(({ mend }) => mend))
      .key,
  }),
  "checks.mendMany": async ({ ask }) => ({
    findingKeys: (await ask("checks.run", { ...year, asOf: null })).findings
      .filter(({ mend }) => mend !== undefined)
      .map(({ key }) => key),
  }),
  "checks.rules": nothing,
  "checks.saveRule": async () => ({ ruleId: "CON-01", severity: "warn", params: {} }),
  "history.ofRecord": async () => ({ entity: "contract", id: contractId("joint"), limit: 50 }),
  "history.latest": async () => ({ before: null, limit: 50 }),
  "history.preview": async () => ({ which: "undo" }),
  "history.undo": async ({ ask }) => {
    await ask("checks.saveRule", { ruleId: "CON-01", severity: "warn", params: {} });
    return { step: found((await ask("history.latest", { before: null, limit: 1 }))[0]).step ?? 0 };
  },
  "audit.exportPayment": async ({ grant }) => ({ id: paymentId("joint-1"), file: grant("审计.zip") }),
  "lists.export": async ({ grant, folder }) => ({ list, file: grant(path.join(folder, "发票.xlsx")) }),
} satisfies Partial<Requests>;
