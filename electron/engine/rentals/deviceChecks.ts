import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Device } from "#shared/model/contract.ts";
import { devicesOf, liveRental } from "../store/rentals.ts";
import type { ReadableLedger } from "../store/types.ts";

/** The devices of these ids, all of this rental. */
export async function pickDevices(
  ledger: ReadableLedger,
  rentalId: Id,
  ids: readonly Id[],
): Promise<readonly Device[]> {
  await liveRental(ledger, rentalId);
  const devices = new Map((await devicesOf(ledger, rentalId)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const device = devices.get(id);
    if (device !== undefined) return device;
    throw new UserError({
      code: "not-found",
      message: "有一台设备不在这项月租的台账里。",
      hint: "它可能已作废，请刷新后再试。",
    });
  });
}

type Days = Readonly<{ deviceNo: string; inOn: IsoDate; outOn: IsoDate | null }>;

export function assertDays({ deviceNo, inOn, outOn }: Days): void {
  if (outOn === null || outOn >= inOn) return;
  throw new UserError({
    code: "bad-request",
    message: `设备 ${deviceNo} 的最后在用日 ${outOn} 早于启用日期 ${inOn}。`,
    hint: "请改正其中一个日期。",
  });
}

type Numbered = Readonly<{ deviceNo: string }>;

export function assertNumbers(added: readonly Numbered[], present: readonly Numbered[]): void {
  const known = new Set(present.map(({ deviceNo }) => deviceNo));
  const seen = new Set<string>();
  for (const { deviceNo } of added) {
    if (known.has(deviceNo) || seen.has(deviceNo))
      throw new UserError({
        code: "conflict",
        message: known.has(deviceNo)
          ? `设备 ${deviceNo} 已经在台账里。`
          : `设备 ${deviceNo} 在这次登记中出现了两次。`,
        hint: "同一编号只登记一次；退还后又启用的，请改原来那台的最后在用日。",
      });
    seen.add(deviceNo);
  }
}

export const gone = ({ deviceNo, outOn }: Device): UserError =>
  new UserError({
    code: "refused",
    message: `设备 ${deviceNo} 已于 ${outOn} 退还，不能移交。`,
    hint: "请去掉这台设备，或先撤销退还。",
  });

export const notIn = ({ deviceNo, inOn }: Device, on: IsoDate): UserError =>
  new UserError({
    code: "bad-request",
    message: `移交日期 ${on} 早于设备 ${deviceNo} 的启用日期 ${inOn}。`,
    hint: "请改正移交日期，或先改正启用日期。",
  });

export const notYet = (on: IsoDate): UserError =>
  new UserError({
    code: "bad-request",
    message: `移交日期 ${on} 还没有到。`,
    hint: "请在移交之后登记；日期写错的，请改正。",
  });
