import { zeroCents } from "#shared/kernel/cents.ts";
import { addDays, type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Row } from "#shared/model/ledger.ts";
import { contractId, type SampleContract } from "./contracts.ts";
import { deductions, instalmentId, instalmentOf } from "./instalments.ts";
import { people } from "./office.ts";
import { rentalKeys, type SampleRental } from "./rentals.ts";
import { notVoided, sampleId } from "./rows.ts";

type Given = Pick<Row<"acceptance">, "acceptedOn" | "documentNo"> &
  Partial<Pick<Row<"acceptance">, "result" | "score" | "deductionCents" | "note">>;

function acceptance(contract: SampleContract, seq: number, given: Given): Row<"acceptance"> {
  const { periodFrom, periodTo } = instalmentOf(contract, seq);
  return {
    id: sampleId(`acceptance-${contract}-${seq}`),
    contractId: contractId(contract),
    instalmentId: instalmentId(contract, seq),
    periodFrom,
    periodTo,
    result: "pass",
    score: null,
    deductionCents: zeroCents,
    acceptedBy: people.handler,
    note: "",
    ...given,
    ...notVoided,
  };
}

const quarters: readonly Row<"acceptance">[] = [
  acceptance("joint", 1, {
    acceptedOn: isoDate("2022-04-08"),
    documentNo: "考核〔2022〕1号",
    score: decimal("95"),
  }),
  acceptance("joint", 2, {
    acceptedOn: isoDate("2022-07-05"),
    documentNo: "考核〔2022〕2号",
    result: "conditional",
    score: decimal("86"),
    deductionCents: deductions.secondQuarter,
    note: "处置超时 3 起，按合同考核条款扣款 1,200.00 元。",
  }),
];

const uniforms = acceptance("uniforms", 1, {
  acceptedOn: isoDate("2022-06-27"),
  documentNo: "验收〔2022〕1号",
  result: "conditional",
  deductionCents: deductions.uniforms,
  note: "合格 31 套；1 套尺寸不符退回，扣款 1,180.00 元。",
});

/** 月度使用确认: on the first day after the month, but for two. */
function confirmedOn(rental: SampleRental, seq: number): IsoDate {
  if (rental === "intercoms" && seq === 3) return isoDate("2022-03-24");
  // Planted: the month was paid two days before.
  if (rental === "recorders" && seq === 4) return isoDate("2022-05-25");
  return addDays(instalmentOf(rental, seq).periodTo, 1);
}

const months: readonly Row<"acceptance">[] = rentalKeys.flatMap((rental) =>
  [1, 2, 3, 4, 5, 6].map((seq) =>
    acceptance(rental, seq, {
      acceptedOn: confirmedOn(rental, seq),
      documentNo: `使用确认〔2022〕${seq}月`,
    }),
  ),
);

export const acceptances: readonly Row<"acceptance">[] = [...quarters, uniforms, ...months];
