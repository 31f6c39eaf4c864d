import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { contractOf, instalmentOf, supplementOf } from "../../schedule/samples.ts";
import { adding, changing, removing, rightRows } from "../sampleRows.ts";
import { type Hits, setting } from "./hit.ts";

const contract = (changes: Partial<Row<"contract">>): FactRows =>
  changing(rightRows, "contract", "contract-1", changes);

/** Further contracts paid as needed, so that no plan is asked for. */
export const withContracts = (rows: FactRows, ...contracts: readonly Partial<Row<"contract">>[]): FactRows =>
  adding(
    rows,
    "contract",
    ...contracts.map((changes, index) =>
      contractOf({
        id: asId(`more-${index}`),
        contractNo: `HT-2022-1${index}`,
        kind: "asNeeded",
        amountCents: cents(10_000_000),
        ...changes,
      }),
    ),
  );

export const limits = (cents: number) => ({ goodsCents: cents, worksCents: cents, servicesCents: cents });

const retained = changing(
  adding(
    rightRows,
    "instalment",
    instalmentOf({ id: asId("retention"), seq: 5, kind: "retention", label: "质保金" }),
  ),
  "contract",
  "contract-1",
  { releaseDate: isoDate("2022-04-20") },
);

const uncontracted = changing(
  changing(rightRows, "payment", "payment-1", { contractId: null }),
  "allocation",
  "allocation-1",
  { instalmentId: null },
);

export const contractHits: Hits = {
  "CON-01": { rows: uncontracted },
  "CON-02": { rows: contract({ signedOn: isoDate("2022-01-06") }) },
  "CON-03": { rows: changing(rightRows, "payment", "payment-1", { periodTo: isoDate("2023-01-31") }) },
  "CON-04": {
    rows: adding(
      rightRows,
      "supplement",
      supplementOf({
        effectiveOn: isoDate("2022-04-20"),
        signedOn: isoDate("2022-04-20"),
        deltaCents: cents(3_000_000),
      }),
    ),
  },
  "CON-05": { rows: changing(rightRows, "instalment", "contract-1-4", { amountCents: cents(1) }) },
  "CON-06": { rows: removing(rightRows, "instalment", "contract-1-3") },
  "CON-07": { rows: contract({ bondCents: cents(3_000_000) }) },
  "CON-08": { rows: removing(rightRows, "filedPaper", "contractScan-contract-1") },
  "CON-09": { rows: rightRows, day: "2022-12-01" },
  "CON-10": { rows: retained },
  "PRC-01": { rows: setting("PRC-01", limits(20_000_000), withContracts(rightRows, {}, {})) },
  "PRC-02": { rows: setting("PRC-02", limits(20_000_000), contract({ procurementMethod: "直选" })) },
  "PRC-03": { rows: setting("PRC-03", { limitCents: 20_000_000 }) },
  "PRC-04": { rows: withContracts(rightRows, {}) },
};
