import { economicCodes } from "#shared/budget/economicCodes.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { ensureFiscalYear } from "../office/fiscalYears.ts";
import { insertRows } from "../store/bulk.ts";
import { newId } from "../store/newId.ts";
import { insertRow } from "../store/rows.ts";
import { createLedger } from "./createLedger.ts";

type NewOffice = Readonly<{
  path: string;
  clock: Clock;
  actor: string;
  /** 主管部门; may be left for later. */
  officeName: string;
  fiscalYear: number;
}>;

/** Makes a ledger for an office: its name, its first budget year and the code table. It is closed again. */
export async function startOffice(office: NewOffice): Promise<void> {
  const ledger = await createLedger({ path: office.path, clock: office.clock });
  try {
    await ledger.write({ actor: office.actor, action: "新建账本" }, async (tx) => {
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
      if (office.officeName === "") return;
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
        name: office.officeName,
        validFrom: null,
        validTo: null,
      });
    });
  } finally {
    await ledger.close();
  }
}
