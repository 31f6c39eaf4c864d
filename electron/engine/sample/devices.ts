import { isoDate } from "#shared/kernel/dates.ts";
import type { Row } from "#shared/model/ledger.ts";
import { rentalId, rentalKeys, rentalTerms, type SampleRental } from "./rentals.ts";
import { notVoided, sampleId } from "./rows.ts";
import { serving, staffName } from "./staff.ts";

const marks: Readonly<Record<SampleRental, Readonly<{ prefix: string; model: string }>>> = {
  recorders: { prefix: "ZFY", model: "示例执法记录仪 S1" },
  phones: { prefix: "SJ", model: "示例网格手机 G5" },
  intercoms: { prefix: "DJ", model: "示例对讲机 T3" },
};

/** One for each person; what is left over is at the desk. */
const holderOf = (index: number): string => {
  const number = serving[index];
  return number === undefined ? "指挥中心备用" : staffName(number);
};

/** As many devices of each rental as its contract lets, all since the beginning of the year. */
export const devices: readonly Row<"device">[] = rentalKeys.flatMap((rental) =>
  Array.from({ length: Number(rentalTerms[rental].quantity) }, (_, index) => {
    const number = String(index + 1).padStart(3, "0");
    return {
      id: sampleId(`device-${rental}-${number}`),
      rentalId: rentalId(rental),
      deviceNo: `${marks[rental].prefix}-${number}`,
      model: marks[rental].model,
      holder: holderOf(index),
      inOn: isoDate("2022-01-01"),
      outOn: null,
      note: "",
      ...notVoided,
    };
  }),
);
