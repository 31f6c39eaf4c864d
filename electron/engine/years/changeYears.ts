import type { ApiParsed } from "#shared/api/contract.ts";
import { type CloseItem, seenOf } from "#shared/api/years.ts";
import { type IsoDate, yearOf as yearOfDay } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { FiscalYear } from "#shared/model/office.ts";
import type { Context } from "../context.ts";
import { closeYear as closing, reopenYear as reopening } from "../store/budget.ts";
import { newId } from "../store/newId.ts";
import { findFiscalYear } from "../store/office.ts";
import { insertRow, updateRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { blockingItems } from "./closeReport.ts";
import { noSuchYear } from "./listYears.ts";

/** Opens a new budget year with its 支付截止日. */
export async function addYear(
  context: Context,
  { year, paymentCutoff }: ApiParsed<"years.add">,
): Promise<void> {
  assertCutoff(year, paymentCutoff);
  await context.write("新增预算年度", async (tx) => {
    if ((await findFiscalYear(tx, year)) !== undefined) {
      throw new UserError({
        code: "conflict",
        message: `${year} 年度已经有了。`,
        hint: "请在年度列表里选择。",
      });
    }
    await insertRow(tx, "fiscalYear", { id: newId(), year, state: "open", paymentCutoff, stateReason: "" });
  });
}

/** 支付截止日, as the finance department announces it each year; rule YE-05 goes by it. */
export async function setCutoff(
  context: Context,
  { year, paymentCutoff }: ApiParsed<"years.setCutoff">,
): Promise<void> {
  assertCutoff(year, paymentCutoff);
  await context.write("设置支付截止日", async (tx) => {
    const known = await yearOf(tx, year);
    if (known.state === "closed") throw isClosed(year);
    await updateRow(tx, "fiscalYear", known.id, { paymentCutoff });
  });
}

/** Money of a year may be paid in it, and at most in the year after. */
function assertCutoff(year: number, cutoff: IsoDate | null): void {
  if (cutoff === null || yearOfDay(cutoff) === year || yearOfDay(cutoff) === year + 1) return;
  throw new UserError({
    code: "bad-request",
    message: `支付截止日 ${cutoff} 不在 ${year} 年度里。`,
    hint: `请填写 ${year} 年的日期；财政部门允许跨年支付的，最晚到 ${year + 1} 年。`,
  });
}

/**
 * 关账: what the ledger holds of the year stays as it is (store/README.md lists what may still change). Refused while
 * something that blocks it is open and not accepted; what was accepted stands in the reason. Fails with `conflict` when
 * an accepted check finds more than was seen.
 */
export async function closeYear(context: Context, input: ApiParsed<"years.close">): Promise<void> {
  const acceptanceOf = ({ check }: CloseItem) => input.accepted.find((row) => row.check === check);
  await context.write(closing, async (tx) => {
    const known = await yearOf(tx, input.year);
    if (known.state === "closed") throw isClosed(input.year);
    // Looked at here and not before: what was entered meanwhile would be closed over unseen.
    const facts = await context.factsIn(tx, context.clock.today());
    const blocking = await blockingItems(tx, facts, input.year);
    const open = blocking.filter((item) => acceptanceOf(item) === undefined);
    if (open.length > 0) throw cannotClose(input.year, open);
    const unseen = blocking.flatMap((item) => unseenOf(item, acceptanceOf(item)?.seen ?? []));
    if (unseen.length > 0) throw notSeen(input.year, unseen);
    const accepted = blocking.map((item) => `${item.title}${countOf(item)}：${acceptanceOf(item)?.reason}`);
    await updateRow(tx, "fiscalYear", known.id, {
      state: "closed",
      stateReason: [input.reason, ...accepted].join("；"),
    });
  });
}

/** 重新打开: the reason stays with the year, who and when in the change log. */
export async function reopenYear(
  context: Context,
  { year, reason }: ApiParsed<"years.reopen">,
): Promise<void> {
  await context.write(reopening, async (tx) => {
    const known = await yearOf(tx, year);
    if (known.state === "open") {
      throw new UserError({
        code: "refused",
        message: `${year} 年度没有关账，不需要打开。`,
        hint: "请刷新后再试。",
      });
    }
    await updateRow(tx, "fiscalYear", known.id, { state: "open", stateReason: reason });
  });
}

function unseenOf(item: CloseItem, seen: readonly string[]): readonly string[] {
  const known = new Set(seen);
  return seenOf(item).filter((entry) => !known.has(entry));
}

const told = 3;

const notSeen = (year: number, unseen: readonly string[]): UserError =>
  new UserError({
    code: "conflict",
    message: `${year} 年度没有关账：又出现了 ${unseen.length} 项没有看过的事项：${unseen.slice(0, told).join("；")}${unseen.length > told ? "……" : ""}`,
    hint: "清单已经更新，请看过后再关账。",
    details: { unseen: unseen.length },
  });

const countOf = ({ check, entries }: CloseItem): string => (check === "notOver" ? "" : `${entries.length}项`);

async function yearOf(ledger: ReadableLedger, year: number): Promise<FiscalYear> {
  const known = await findFiscalYear(ledger, year);
  if (known === undefined) throw noSuchYear(year);
  return known;
}

const isClosed = (year: number): UserError =>
  new UserError({
    code: "refused",
    message: `${year} 年度已经关账。`,
    hint: "确需更正的，请写明原因重新打开该年度。",
  });

const cannotClose = (year: number, open: readonly CloseItem[]): UserError =>
  new UserError({
    code: "refused",
    message: `${year} 年度还不能关账：${open.map((item) => `${item.title}${countOf(item)}`).join("、")}。`,
    hint: "请先处理；确需带着这些问题关账的，逐项写明理由。",
    details: { checks: open.map((item) => item.check).join(",") },
  });
