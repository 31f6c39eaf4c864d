import { centsToDecimal, formatYuan, sumCents } from "../../kernel/cents.ts";
import { type IsoDate, minDate, yearOf } from "../../kernel/dates.ts";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  toScaled,
} from "../../kernel/decimal.ts";
import type { BudgetLine } from "../../model/project.ts";
import type { Facts } from "../../rules/facts.ts";
import { segmentOn } from "../../schedule/rentalMonth.ts";
import { divideRounded } from "../divide.ts";

/** How many of a thing the ledger knows of, and where it knows it from. */
export type Count = Readonly<{ quantity: Decimal; source: string }>;

/**
 * What was let on a day, or else handed out in its year, of some budget lines together; `undefined` where one of them has
 * no count.
 */
export function countedOn(facts: Facts, lines: readonly BudgetLine[], day: IsoDate): Count | undefined {
  const counts = lines.map((line) => rentedOn(facts, line, day) ?? handedOut(facts, line, day));
  return sumOf(counts);
}

/** The same of what was bought: paid for at the price of its line, where that comes to whole pieces. */
export const boughtBy = (facts: Facts, lines: readonly BudgetLine[], day: IsoDate): Count | undefined =>
  sumOf(lines.map((line) => boughtOf(facts, line, day)));

function sumOf(counts: readonly (Count | undefined)[]): Count | undefined {
  const known = counts.filter((count) => count !== undefined);
  if (known.length === 0 || known.length < counts.length) return undefined;
  const quantity = addDecimals(known.map((count) => count.quantity));
  const sources = known.map(({ source }) => source).join("；");
  return { quantity, source: known.length === 1 ? sources : `${sources}；合计 ${quantity}` };
}

function rentedOn(facts: Facts, line: BudgetLine, day: IsoDate): Count | undefined {
  // Of each rental what is in force that day: a segment of some days lies over the open one, and ends with the contract.
  const rented = facts.budget
    .lineContracts(line.id)
    .filter(({ row, endDate }) => row.state !== "draft" && row.startDate <= day && endDate >= day)
    .flatMap(({ rentals }) =>
      rentals.flatMap(({ row, segments }) => {
        const quantity = segmentOn(segments, day)?.quantity;
        return quantity === undefined ? [] : [{ row, quantity }];
      }),
    );
  if (rented.length === 0) return undefined;
  return {
    quantity: addDecimals(rented.map(({ quantity }) => quantity)),
    source: rented
      .map(({ row, quantity }) => `月租“${row.name}”${day} 在用 ${quantity} ${row.unitName}`)
      .join("，"),
  };
}

function handedOut(facts: Facts, line: BudgetLine, day: IsoDate): Count | undefined {
  const needs = facts.rows.need.filter(({ budgetLineId }) => budgetLineId === line.id);
  const ids = new Set(needs.map(({ id }) => id));
  const end = minDate(day, facts.asOf);
  const issues = facts.rows.needIssue.filter(
    ({ needId, issuedOn }) => ids.has(needId) && issuedOn <= end && yearOf(issuedOn) === yearOf(day),
  );
  if (issues.length === 0) return undefined;
  const quantity = addDecimals(issues.map((issue) => issue.quantity));
  const names = needs.map(({ name }) => `“${name}”`).join("");
  return { quantity, source: `发放记录${names}${yearOf(day)}年到 ${end} 发放 ${quantity} ${line.unitName}` };
}

function boughtOf(facts: Facts, line: BudgetLine, day: IsoDate): Count | undefined {
  const { unitPrice, unitName, payMode } = line;
  // What is paid month by month is let, not bought.
  if (
    payMode === "monthly" ||
    payMode === "quarterly" ||
    unitPrice === null ||
    toScaled(unitPrice).units <= 0n
  )
    return undefined;
  const paid = facts.budget
    .linePayments(line.id)
    .filter(({ isPaid, payDate, lineUse }) => isPaid && payDate <= day && lineUse !== undefined);
  const amount = addDecimals(paid.map(({ row }) => centsToDecimal(row.amountCents)));
  if (toScaled(amount).units <= 0n) return undefined;
  const quantity = divideRounded([amount], unitPrice, 0);
  if (compareDecimals(multiplyDecimals(quantity, unitPrice), amount) !== 0) return undefined;
  const numbers = paid.map(({ row }) => row.paymentNo).join("、");
  const total = formatYuan(sumCents(paid.map(({ row }) => row.amountCents)));
  return {
    quantity,
    source: `付款 ${numbers} 到 ${day} 已付 ${total} 元，按单价 ${unitPrice} 元合 ${quantity} ${unitName}`,
  };
}
