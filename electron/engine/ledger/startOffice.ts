import { economicCodes } from "#shared/budget/economicCodes.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { ensureFiscalYear } from "../office/fiscalYears.ts";
import { settingKeys, writeTextSetting } from "../office/settings.ts";
import { insertRows } from "../store/bulk.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import type { WritableLedger } from "../store/types.ts";
import { makeLedger } from "./createLedger.ts";

type NewOffice = Readonly<{
  path: string;
  clock: Clock;
  /** Who makes it, and is its officer from then on. */
  officer: string;
  /** 主管部门; may be left for later. */
  officeName: string;
  fiscalYear: number;
}>;

/** Makes a ledger for an office: its name, its first budget year and the code table. It is closed again. */
export const startOffice = ({ path, clock, ...office }: NewOffice): Promise<void> =>
  makeLedger({ path, clock }, (ledger) =>
    ledger.write({ actor: office.officer, action: "新建账本" }, async (tx) => {
      await writeTextSetting(tx, settingKeys.officer, office.officer);
      await ensureFiscalYear(tx, office.fiscalYear);
      await insertRows(
        tx,
        "economicCode",
        economicCodes.map(({ code, name, confirmed }) => ({
          id: newId(),
          code,
          name,
          validFrom: null,
          validTo: null,
          confirmed: confirmed ? 1 : 0,
        })),
      );
      if (office.officeName !== "") await insertDepartment(tx, office.officeName);
    }),
  );

async function insertDepartment(tx: WritableLedger, name: string): Promise<void> {
  const unit = await insertRow(tx, "ownUnit", {
    id: newId(),
    kind: "department",
    nature: "agency",
    creditCode: null,
    note: "",
  });
  await insertRow(tx, "ownUnitName", {
    id: newId(),
    ownUnitId: unit.id,
    name,
    validFrom: null,
    validTo: null,
  });
}
