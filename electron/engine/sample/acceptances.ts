import { zeroCents } from "#shared/kernel/cents.ts";
import { addDays, type IsoDate, isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { Row } from "#shared/model/ledger.ts";
import { contractId, type SampleContract } from "./contracts.ts";
import { instalmentId, instalmentOf, secondQuarterDeduction } from "./instalments.ts";
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
    deductionCents: secondQuarterDeduction,
    note: "处置超时 3 起，按合同考核条款扣款 1,200.00 元。",
  }),
];

/** 月度使用确认: on the first day after the month, but for March the intercoms' came before its end. */
const confirmedOn = (rental: SampleRental, seq: number): IsoDate =>
  rental === "intercoms" && seq === 3
    ? isoDate("2022-03-24")
    : addDays(instalmentOf(rental, seq).periodTo, 1);

const months: readonly Row<"acceptance">[] = rentalKeys.flatMap((rental) =>
  [1, 2, 3, 4, 5, 6].map((seq) =>
    acceptance(rental, seq, {
      acceptedOn: confirmedOn(rental, seq),
      documentNo: `使用确认〔2022〕${seq}月`,
    }),
  ),
);

export const acceptances: readonly Row<"acceptance">[] = [...quarters, ...months];
