import { type Cents, formatBp, formatYuan, ratioBp, subtractCents, sumCents } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Supplement } from "#shared/model/contract.ts";
import { suspensionsOf } from "#shared/schedule/contractState.ts";
import { contractEnd, contractSum, isTooLong, longestTermYears } from "#shared/schedule/contractTerm.ts";
import type { ContractParts } from "./contractParts.ts";
import { terminationDay } from "./supplementProposal.ts";

const wrong = (message: string, hint: string) => new UserError({ code: "bad-request", message, hint });

/** Refuses a supplement that contradicts its contract. `others`: the live supplements beside it. */
export function assertSupplement(
  parts: ContractParts,
  supplement: Supplement,
  others: readonly Supplement[],
): void {
  assertNumber(supplement, others);
  assertDays(parts, supplement, others);
  assertSuspension(supplement, others);
  assertSum(parts, [...others, supplement]);
}

function assertNumber({ supplementNo }: Supplement, others: readonly Supplement[]): void {
  if (!others.some((row) => row.supplementNo === supplementNo)) return;
  throw new UserError({
    code: "conflict",
    message: `本合同已有编号为“${supplementNo}”的补充协议。`,
    hint: "请改用另一个编号。",
  });
}

function assertDays({ contract }: ContractParts, row: Supplement, others: readonly Supplement[]): void {
  const { kind, newEndDate, effectiveOn } = row;
  if (kind === "term" && newEndDate === null)
    throw wrong("期限变更要写明新的结束日期。", "请填写新的结束日期。");
  if ((kind === "suspend" || kind === "resume") && newEndDate !== null)
    throw wrong("中止、恢复不改变合同的结束日期。", "期限顺延的，请另登记一份期限变更。");
  const newEnd = kind === "terminate" ? terminationDay(row) : newEndDate;
  if (newEnd !== null && newEnd < contract.startDate)
    throw wrong(
      `新的结束日期 ${newEnd} 早于合同开始日期 ${contract.startDate}。`,
      "请修改日期；合同没有履行的，请作废合同。",
    );
  if (newEnd !== null && isTooLong(contract.startDate, newEnd))
    throw wrong(
      `合同期限 ${contract.startDate} 至 ${newEnd} 超过 ${longestTermYears} 年。`,
      "请核对新的结束日期的年份。",
    );
  const end = contractEnd(contract, others);
  if (kind === "terminate" && newEnd !== null && newEnd > end)
    throw wrong(`终止日 ${newEnd} 晚于合同结束日期 ${end}。`, "请修改终止日；延期的，请登记期限变更。");
  if (kind === "suspend" && effectiveOn > end)
    throw wrong(`中止日 ${effectiveOn} 晚于合同结束日期 ${end}。`, "请修改中止日。");
}

function assertSuspension({ kind, effectiveOn }: Supplement, others: readonly Supplement[]): void {
  if (kind !== "suspend" && kind !== "resume") return;
  const during = suspensionsOf(others).find(
    ({ from, to }) => from <= effectiveOn && (to === null || effectiveOn <= to),
  );
  if (kind === "suspend" && during !== undefined)
    throw wrong(`合同自 ${during.from} 起已经中止。`, "请核对生效日期，或先登记恢复。");
  if (kind === "resume" && during === undefined)
    throw wrong(`合同在 ${effectiveOn} 没有中止，无需恢复。`, "请核对生效日期，或先登记中止。");
}

function assertSum({ contract, instalments, measured }: ContractParts, all: readonly Supplement[]): void {
  if (contract.amountCents === null) {
    if (all.every((row) => row.deltaCents === 0)) return;
    throw wrong(
      "本合同没有金额（上限），补充协议不能增减金额。",
      "请先在合同中填写金额，或把增减金额填为0。",
    );
  }
  const sum = contractSum(contract, all);
  if (sum === null) return;
  if (sum < 0)
    throw wrong(`补充后合同金额为${formatYuan(sum)}元，不能为负数。`, "请核对补充协议的增减金额。");
  if (contract.kind !== "asNeeded") return;
  const ids = new Set(measured.map((row) => row.instalmentId));
  const done = sumCents(instalments.filter((row) => ids.has(row.id)).map((row) => row.amountCents));
  if (done > sum)
    throw wrong(
      `补充后上限为${formatYuan(sum)}元，低于已计量的${formatYuan(done)}元。`,
      "请核对补充协议的增减金额。",
    );
}

/** 政府采购法第四十九条：追加采购金额不得超过原合同采购金额的百分之十。 */
const limitBp = 1_000;

/** What all supplements together add to the original sum; null without a sum. */
export function addedBp({ contract }: ContractParts, all: readonly Supplement[]): number | null {
  const { amountCents } = contract;
  const sum = contractSum(contract, all);
  return amountCents === null || sum === null
    ? null
    : (ratioBp(subtractCents(sum, amountCents), amountCents) ?? null);
}

/** What the officer should know before a supplement is saved. */
export function supplementNotes(
  parts: ContractParts,
  supplement: Supplement,
  all: readonly Supplement[],
  offCents: Cents,
): readonly string[] {
  const { contract, rentals } = parts;
  const { signedOn, effectiveOn, kind, deltaCents } = supplement;
  const sum = contractSum(contract, all);
  const added = contract.amountCents === null || sum === null ? 0 : subtractCents(sum, contract.amountCents);
  const isOver =
    contract.amountCents !== null && BigInt(added) * 10_000n > BigInt(contract.amountCents) * BigInt(limitBp);
  const ratio = addedBp(parts, all);
  return [
    isOver
      ? `补充金额累计${formatYuan(sum === null ? deltaCents : subtractCents(sum, contract.amountCents ?? sum))}元${ratio === null ? "" : `，为原合同的${formatBp(ratio)}`}，超过${formatBp(limitBp)}（政府采购法第四十九条），核对时会列为“阻断”。`
      : "",
    signedOn > effectiveOn ? `签订日 ${signedOn} 晚于生效日 ${effectiveOn}（倒签），请确认。` : "",
    rentals.length > 0 && (kind === "price" || kind === "amount" || deltaCents !== 0)
      ? `本合同按月租计价：这里只改合同金额，各月应付请在“月租”中从 ${effectiveOn} 起改数量或单价。`
      : "",
    kind === "terminate" && deltaCents === 0 ? "没有减少金额：终止后尚未支付的部分仍算在最后各期里。" : "",
    kind === "suspend" ? "中止期间的整期暂不可付；金额只按这里填写的增减。" : "",
    offCents === 0
      ? ""
      : `已开票、已付或已验收的期次不动，付款计划合计将比合同金额${offCents > 0 ? "多" : "少"}${formatYuan(offCents).replace("-", "")}元，请与供应商核对。`,
  ].filter((note) => note !== "");
}
