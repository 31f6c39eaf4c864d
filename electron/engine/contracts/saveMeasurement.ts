import type { ApiParsed } from "#shared/api/contract.ts";
import {
  addCents,
  assertHeld,
  type Cents,
  formatYuan,
  maxCents,
  multiplyToCents,
  subtractCents,
  sumCents,
  zeroCents,
} from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { ContractPrice, Instalment, MeasuredItem } from "#shared/model/contract.ts";
import type { Facts } from "#shared/rules/facts.ts";
import { agreedEnd } from "#shared/schedule/contractState.ts";
import { contractSum } from "#shared/schedule/contractTerm.ts";
import { noPapers, payDates } from "#shared/schedule/payDates.ts";
import { roundedShare } from "#shared/schedule/spread.ts";
import type { Context } from "../context.ts";
import { pricesOf } from "../store/agreements.ts";
import { notThere } from "../store/found.ts";
import { newId } from "../store/newId.ts";
import { insertRow, removeRow, updateRow, voidRow } from "../store/rows.ts";
import type { ReadableLedger } from "../store/types.ts";
import { type ContractParts, contractParts } from "./contractParts.ts";
import { plannedInstalments } from "./plan.ts";
import { validityText } from "./savePrice.ts";

type Input = ApiParsed<"contracts.saveMeasurement">;
type Item = Omit<MeasuredItem, "id" | "instalmentId">;

/**
 * 据实计量: writes down what was delivered in a period and what it costs; the instalment is the sum of its items. Refused
 * beyond the cap of the contract (with its supplements and what may exceed it) and outside its term.
 */
export async function saveMeasurement(context: Context, input: Input): Promise<Id> {
  const { contractId } = input;
  const today = context.clock.today();
  const outside = paidOutside(await context.facts(), contractId);
  return context.write(input.id === null ? "登记据实计量" : "修改据实计量", async (tx) => {
    const parts = await contractParts(tx, contractId);
    assertMeasurable(parts, input);
    assertPeriod(parts, input, agreedEnd(parts.contract, parts.supplements, today));
    const before = await measuredBefore(tx, parts, input);
    const items = itemsOf(input, await usablePrices(tx, parts));
    const amountCents = sumCents(items.map((row) => row.amountCents));
    if (amountCents < (before?.deductionCents ?? 0))
      throw wrong(
        `本期计量合计${formatYuan(amountCents)}元${before === undefined ? "，不能为负数" : `，小于考核扣款${formatYuan(before.deductionCents)}元`}。`,
        "请核对数量和单价。",
      );
    assertHeld(`本期计量合计${formatYuan(amountCents)}元，`, amountCents);
    assertWithinCap(parts, before, amountCents, outside);
    const period = { periodFrom: input.periodFrom, periodTo: input.periodTo };
    const columns = {
      ...period,
      label: input.label,
      amountCents,
      ...payDates(parts.contract, { from: period.periodFrom, to: period.periodTo }, noPapers, parts.calendar),
    };
    const { id } =
      before === undefined
        ? await insertRow(tx, "instalment", { ...newInstalment(parts), ...columns })
        : await updateRow(tx, "instalment", before.id, columns);
    for (const row of parts.measured.filter((item) => item.instalmentId === id))
      await removeRow(tx, "measuredItem", row.id);
    for (const item of items) await insertRow(tx, "measuredItem", { ...item, id: newId(), instalmentId: id });
    return contractId;
  });
}

/** Voids a measured instalment; what was measured stays with it in the log. Refused while papers hang on it. */
export async function voidMeasurement(
  context: Context,
  { id, reason }: ApiParsed<"contracts.voidMeasurement">,
): Promise<Id> {
  return context.write("作废据实计量", async (tx) => {
    const measured = await tx.read
      .selectFrom("measuredItem")
      .select("id")
      .where("instalmentId", "=", id)
      .executeTakeFirst();
    if (measured === undefined)
      throw new UserError({
        code: "refused",
        message: "这一期不是据实计量得出的，不能在这里作废。",
        hint: "请用“调整付款计划”。",
      });
    const row = await voidRow(tx, "instalment", id, reason);
    return row.contractId;
  });
}

const wrong = (message: string, hint: string) => new UserError({ code: "bad-request", message, hint });

function assertMeasurable({ contract }: ContractParts, { label }: Input): void {
  if (contract.kind === "asNeeded") return;
  throw new UserError({
    code: "refused",
    message: `合同${contract.contractNo}不是据实支付的合同，不能登记计量“${label}”。`,
    hint: "请先把合同的支付方式改为“据实支付”。",
  });
}

function assertPeriod({ contract }: ContractParts, { periodFrom, periodTo }: Input, end: string): void {
  if (periodTo < periodFrom)
    throw wrong(`计量期间止 ${periodTo} 早于期间起 ${periodFrom}。`, "请改正其中一个日期。");
  if (periodFrom >= contract.startDate && periodTo <= end) return;
  throw wrong(
    `计量期间 ${periodFrom} 至 ${periodTo} 超出合同期限（${contract.startDate} 至 ${end}）。`,
    "请核对期间；合同延期的，请先登记补充协议。",
  );
}

async function measuredBefore(
  ledger: ReadableLedger,
  parts: ContractParts,
  { id }: Input,
): Promise<Instalment | undefined> {
  if (id === null) return undefined;
  const planned = (await plannedInstalments(ledger, parts)).find(({ instalment }) => instalment.id === id);
  if (planned === undefined) throw notThere("这次计量");
  if (planned.holds.every((hold) => hold === "measurement")) return planned.instalment;
  throw new UserError({
    code: "refused",
    message: `“${planned.instalment.label}”已开票、已付款或已验收，计量不能再改。`,
    hint: "多计、少计的，请在下一次计量中增减，或先作废相应的付款和验收。",
  });
}

/** A contract called off from a framework is measured by the prices of that framework too. */
async function usablePrices(
  ledger: ReadableLedger,
  { contract }: ContractParts,
): Promise<readonly ContractPrice[]> {
  const own = await pricesOf(ledger, contract.id);
  return contract.parentContractId === null
    ? own
    : [...own, ...(await pricesOf(ledger, contract.parentContractId))];
}

const itemsOf = (input: Input, prices: readonly ContractPrice[]): readonly Item[] =>
  input.items.map((item) => {
    const price = item.contractPriceId === null ? null : agreedPrice(item.contractPriceId, input, prices);
    const { name, unitName, unitPrice } = price ?? item;
    return {
      contractPriceId: price?.id ?? null,
      name,
      unitName,
      unitPrice,
      quantity: item.quantity,
      amountCents: multiplyToCents(item.quantity, unitPrice),
    };
  });

function agreedPrice(id: Id, { periodFrom, periodTo }: Input, prices: readonly ContractPrice[]) {
  const price = prices.find((row) => row.id === id);
  if (price === undefined)
    throw new UserError({
      code: "not-found",
      message: "找不到计量所用的约定单价。",
      hint: "请重新选择单价。",
    });
  const { validFrom, validTo, name } = price;
  if ((validFrom === null || validFrom <= periodFrom) && (validTo === null || periodTo <= validTo))
    return price;
  throw wrong(
    `“${name}”的单价${price.unitPrice}元只在${validityText(price)}有效，不能用于 ${periodFrom} 至 ${periodTo}。`,
    "请选择该期间有效的单价；跨调价日的，请分两次计量。",
  );
}

/** What was paid on the contract for work that nobody measured: it counts against the cap too. */
function paidOutside(facts: Facts, contractId: Id): Cents {
  const contract = facts.contractsById.get(contractId);
  if (contract === undefined) return zeroCents;
  const paid = facts.usesOfContract.of(contract).filter(({ payment }) => payment.isPaid);
  const measured = contract.instalments.flatMap((instalment) =>
    facts.usesOfInstalment.of(instalment).filter(({ payment }) => payment.isPaid),
  );
  const rest = subtractCents(
    sumCents(paid.map(({ use }) => use.cents)),
    sumCents(measured.map(({ use }) => use.cents)),
  );
  return maxCents(rest, zeroCents);
}

function assertWithinCap(
  { contract, supplements, instalments }: ContractParts,
  before: Instalment | undefined,
  amountCents: Cents,
  outside: Cents,
): void {
  const cap = contractSum(contract, supplements);
  if (cap === null) return;
  const others = sumCents(instalments.filter((row) => row.id !== before?.id).map((row) => row.amountCents));
  const limit = addCents(cap, roundedShare(cap, contract.exceedBp));
  const over = subtractCents(addCents(others, outside, amountCents), limit);
  if (over <= 0) return;
  throw new UserError({
    code: "refused",
    message: `合同上限${formatYuan(cap)}元（含补充协议），已计量${formatYuan(others)}元，${outside > 0 ? `未经计量已付${formatYuan(outside)}元，` : ""}本次${formatYuan(amountCents)}元，超出${formatYuan(over)}元。`,
    hint: "请核对数量；确需增加的，先签订并登记增加金额的补充协议。",
  });
}

const newInstalment = ({ contract, instalments }: ContractParts) => ({
  id: newId(),
  contractId: contract.id,
  rentalId: null,
  seq: instalments.reduce((last, row) => Math.max(last, row.seq), 0) + 1,
  kind: "regular" as const,
  deductionCents: zeroCents,
});
