import { sameCapital } from "../../kernel/capitalAmount.ts";
import { addCents, type Cents, formatYuan, zeroCents } from "../../kernel/cents.ts";
import { asId, type Id } from "../../kernel/id.ts";
import type { Payment } from "../../model/payment.ts";
import type { Facts } from "../../rules/facts.ts";
import { instalmentName, yuan } from "../../rules/words.ts";
import { plainName } from "../../text/plainName.ts";
import { paymentWords } from "../../words/words.ts";
import type { Settled } from "../refunds.ts";
import type { SharedPart } from "../shareOut.ts";
import { type Identity, identifier } from "./identity.ts";
import { patchOf } from "./patch.ts";
import type { FieldChange, ImportState } from "./preview.ts";
import type { PaymentRow } from "./readRow.ts";
import { type Resolved, type Resolver, resolver } from "./resolve.ts";
import { type Claims, settleRow } from "./settle.ts";

/** What the officer decided about a file: how it is taken, and about single rows by their key. */
export type ImportChoice = Readonly<{
  state: ImportState;
  /** For rows that say nothing of a project. */
  projectId: Id | null;
  leaveOut: ReadonlySet<string>;
  asNew: ReadonlySet<string>;
}>;

type Told = Readonly<{ row: PaymentRow; key: string; message: string }>;

/** What happens to one row of the file. */
export type PlannedRow = Told &
  (
    | Readonly<{
        result: "new";
        found: Resolved;
        parts: readonly SharedPart[];
        labels: readonly string[];
        isLeftOut: boolean;
      }>
    | Readonly<{
        result: "changed";
        before: Payment;
        patch: Partial<Payment>;
        changes: readonly FieldChange[];
        isLeftOut: boolean;
      }>
    | Readonly<{ result: "unchanged"; before: Payment }>
    | Readonly<{ result: "conflict"; canTakeAsNew: boolean }>
    | Readonly<{ result: "rejected" }>
  );

export const keyOf = ({ sheet, rowNo }: Readonly<{ sheet: string; rowNo: number }>): string =>
  `${sheet}!${rowNo}`;

/**
 * Says what an import does with each row, in their order: what one takes of an instalment or an invoice the next no
 * longer finds. Preview and commit are this function, so they cannot differ.
 */
export function planRows(
  facts: Facts,
  rows: readonly PaymentRow[],
  choice: ImportChoice,
): readonly PlannedRow[] {
  const identify = identifier(facts.rows.payment, rows);
  const resolve = resolver(facts, choice.projectId);
  const claims = claimsBook();
  return rows.map((row) => {
    const key = keyOf(row);
    const told = identify(row);
    const identity: Identity = told.kind === "ask" && choice.asNew.has(key) ? { kind: "new" } : told;
    const planned = planRow(facts, row, identity, { choice, claims, key, resolve });
    if (planned.result === "new" && !planned.isLeftOut) claims.add(planned);
    return planned;
  });
}

type Planning = Readonly<{ choice: ImportChoice; claims: Claims; key: string; resolve: Resolver }>;

function planRow(facts: Facts, row: PaymentRow, identity: Identity, planning: Planning): PlannedRow {
  const { key } = planning;
  switch (identity.kind) {
    case "doubled":
      return { row, key, result: "rejected", message: identity.message };
    case "ask":
      return { row, key, result: "conflict", message: identity.message, canTakeAsNew: true };
    case "known":
      return planKnown(facts, row, identity.payment, planning);
    case "new":
      return planNew(facts, row, planning);
  }
}

function planNew(facts: Facts, row: PaymentRow, { choice, claims, key, resolve }: Planning): PlannedRow {
  const reject = (message: string): PlannedRow => ({ row, key, result: "rejected", message });
  if (row.day > facts.asOf)
    return reject(
      `日期${row.day}晚于今天（${facts.asOf}）${choice.state === "paid" ? "，还没有付出" : ""}。`,
    );
  const resolution = resolve(row);
  if (resolution.kind === "missing") return reject(resolution.message);
  const { found } = resolution;
  const settlement = settleRow(facts, row, found, { state: choice.state, claims });
  if (settlement.kind === "refused") return reject(settlement.message);
  const { parts, leftCents } = settlement;
  const instalments = parts.flatMap(
    ({ instalmentId }) => facts.instalmentsById.get(instalmentId ?? "") ?? [],
  );
  return {
    row,
    key,
    result: "new",
    message: notesOn(row, found, leftCents).join(""),
    found,
    parts,
    labels: [...new Set(instalments.map(({ row: instalment }) => instalmentName(instalment)))],
    isLeftOut: choice.leaveOut.has(key),
  };
}

/** What is worth knowing of a row that is taken. */
function notesOn(row: PaymentRow, found: Resolved, left: Cents): readonly string[] {
  const { capitalText, amountCents, contractNo, payeeName } = row;
  const party = found.contract?.vendor;
  return [
    capitalText !== "" && !sameCapital(capitalText, amountCents) ? "大写金额与金额不一致，请核对。" : "",
    party !== undefined && plainName(party.name) !== plainName(payeeName)
      ? `收款方与合同${contractNo}的乙方${party.name}不一致。`
      : "",
    found.vendor === undefined ? "收款方没有登记为供应商。" : "",
    left !== 0 && row.invoices.length + (found.contract === undefined ? 0 : 1) > 0
      ? `有${yuan(left)}没有分摊到期次或发票。`
      : "",
  ].filter((note) => note !== "");
}

function planKnown(facts: Facts, row: PaymentRow, before: Payment, { choice, key }: Planning): PlannedRow {
  const conflict = (message: string): PlannedRow => ({
    ...{ row, key, message },
    result: "conflict",
    canTakeAsNew: false,
  });
  const { patch, changes, differing } = patchOf(row, before);
  const told = [
    ...essentials(row, before),
    ...differing.map((each) => inBoth(each.label, each.before || "空", each.after)),
  ];
  if (told.length > 0)
    return conflict(`${before.paymentNo}已登记，${told.join("，")}，不覆盖；${howToChange[before.state]}。`);
  if (choice.state === "paid" && before.state !== "paid")
    return conflict(
      `${before.paymentNo}在账本中是“${paymentWords[before.state]}”，请在付款里办理，不能由导入改为已付。`,
    );
  if (changes.length === 0) return { row, key, result: "unchanged", message: "", before };
  const year = facts.projects.get(before.projectId)?.fiscalYear;
  if (year !== undefined && facts.years.get(year)?.state === "closed")
    return { row, key, result: "rejected", message: `${year}年度已关账，${before.paymentNo}不能再改动。` };
  const message = changes
    .map(({ label, before: old, after }) => `${label}：${old || "空"} → ${after}`)
    .join("；");
  return {
    ...{ row, key, message, before, patch, changes },
    result: "changed",
    isLeftOut: choice.leaveOut.has(key),
  };
}

const howToChange: Readonly<Record<Payment["state"], string>> = {
  draft: "请核对后在付款里修改",
  pending: "请核对后在付款里修改",
  approved: "请核对，要改的先退回待审",
  paid: "请核对，确有错误的作废后重新登记",
};

const inBoth = (what: string, old: string, now: string): string => `${what}账本中是${old}，文件中是${now}`;

/** Amount, day and payee make a payment what it is: an import never changes them. */
function essentials(row: PaymentRow, before: Payment): readonly string[] {
  const day = before.paidOn ?? before.requestedOn;
  return [
    row.amountCents === before.amountCents
      ? ""
      : inBoth("金额", formatYuan(before.amountCents), formatYuan(row.amountCents)),
    row.day === day || row.day === before.requestedOn ? "" : inBoth("日期", day, row.day),
    plainName(row.payeeName) === plainName(before.payeeName)
      ? ""
      : inBoth("收款方", before.payeeName, row.payeeName),
  ].filter((text) => text !== "");
}

/** Keeps what the rows above take. */
function claimsBook(): Claims & Readonly<{ add: (planned: PlannedRow & { result: "new" }) => void }> {
  const taken = new Map<string, Cents>();
  const refunds = new Map<string, Settled[]>();
  return {
    ofPaper: (id) => taken.get(id) ?? zeroCents,
    refundsOf: (paymentId) => refunds.get(paymentId) ?? [],
    add: ({ row, found, parts }) => {
      if (found.original !== undefined) {
        const refund = {
          row: { ...found.original, id: asId(keyOf(row)), amountCents: row.amountCents },
          parts,
        };
        refunds.set(found.original.id, [...(refunds.get(found.original.id) ?? []), refund]);
      }
      for (const { instalmentId, invoiceId, amountCents } of parts)
        for (const id of [instalmentId, invoiceId])
          if (id !== null) taken.set(id, addCents(taken.get(id) ?? zeroCents, amountCents));
    },
  };
}
