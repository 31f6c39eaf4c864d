import {
  addCents,
  type Cents,
  cents,
  formatYuan,
  splitCents,
  subtractCents,
  sumCents,
} from "../kernel/cents.ts";
import { UserError } from "../kernel/errors.ts";

/** Equal parts, or the parts as shares in hundredths of a percent, or as amounts; the remainder goes to the last. */
export type PlanShape =
  | Readonly<{ kind: "equal" }>
  | Readonly<{ kind: "shares"; sharesBp: readonly number[] }>
  | Readonly<{ kind: "amounts"; amountsCents: readonly Cents[] }>;

const wrong = (message: string, hint: string) => new UserError({ code: "bad-request", message, hint });

function checkCount(given: number, count: number): void {
  if (given === count) return;
  throw wrong(`合同期限内共有${count}期，填写了${given}期。`, "请按期数逐期填写，或改为平均分配。");
}

/**
 * Cuts `total` into `count` parts that add up to it exactly. Throws a UserError when given shares are not 100 % or given
 * amounts do not add up to the total.
 */
export function spread(total: Cents, count: number, shape: PlanShape): readonly Cents[] {
  switch (shape.kind) {
    case "equal":
      return splitCents(total, count);
    case "shares": {
      checkCount(shape.sharesBp.length, count);
      const sumBp = shape.sharesBp.reduce((sum, share) => sum + share, 0);
      if (sumBp !== 10_000) throw wrong(`各期比例合计为${sumBp / 100}%，应为100%。`, "请修改各期比例。");
      const parts = shape.sharesBp.slice(0, -1).map((share) => shareOf(total, share));
      return [...parts, subtractCents(total, sumCents(parts))];
    }
    case "amounts": {
      checkCount(shape.amountsCents.length, count);
      const sum = sumCents(shape.amountsCents);
      if (sum === total) return shape.amountsCents;
      throw wrong(
        `各期金额合计${formatYuan(sum)}元，应为${formatYuan(total)}元（已扣预付款和质保金）。`,
        `请调整相差的${formatYuan(subtractCents(sum, total))}元。`,
      );
    }
  }
}

/**
 * Changes the parts named by `targets` to a new price: `change` more (or less) altogether. Parts that were equal but for
 * the remainder are equal again, others keep their proportion; the remainder goes to the last. Reductions that the
 * targets cannot bear are taken as `addToParts` takes them.
 */
export function repriceParts(
  parts: readonly Cents[],
  change: Cents,
  targets: readonly number[],
): readonly Cents[] {
  const present = targets.map((index) => parts[index] ?? cents(0));
  const before = sumCents(present);
  const after = addCents(before, change);
  if (after < 0) return addToParts(parts, change, targets);
  const isLevel = Math.max(...present) - Math.min(...present) < present.length;
  const inProportion = (part: Cents): Cents => cents(Number((BigInt(part) * BigInt(after)) / BigInt(before)));
  const scaled = isLevel ? splitCents(after, present.length) : present.map(inProportion);
  const last = subtractCents(after, sumCents(scaled.slice(0, -1)));
  const repriced = [...scaled.slice(0, -1), last];
  return parts.map((part, index) => repriced[targets.indexOf(index)] ?? part);
}

/** A share in hundredths of a percent, rounded down to 分. */
const shareOf = (total: Cents, bp: number): Cents => cents(Number((BigInt(total) * BigInt(bp)) / 10_000n));

/** A share in hundredths of a percent, rounded half up to 分. */
export const roundedShare = (total: Cents, bp: number): Cents =>
  cents(Number((BigInt(total) * BigInt(bp) + 5_000n) / 10_000n));

/**
 * Adds `change` in equal parts to the parts named by `targets`. What a reduction cannot take there it takes from the
 * last part backwards, so that no part gets negative; throws a UserError when all of them together do not suffice.
 */
export function addToParts(
  parts: readonly Cents[],
  change: Cents,
  targets: readonly number[],
): readonly Cents[] {
  const shares = splitCents(change, targets.length);
  const changed = parts.map((part, index) => addCents(part, shares[targets.indexOf(index)] ?? cents(0)));
  if (changed.every((part) => part >= 0)) return changed;
  let left = -change;
  const reduced = parts.toReversed().map((part) => {
    const taken = Math.min(part, left);
    left -= taken;
    return cents(part - taken);
  });
  if (left > 0)
    throw wrong(
      "补充协议减少的金额大于合同金额中还能减少的部分。",
      "请核对补充协议的金额；已经预付的，另行约定退还。",
    );
  return reduced.toReversed();
}
