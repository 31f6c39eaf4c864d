import type { Id } from "#shared/kernel/id.ts";
import type { OwnUnit } from "#shared/model/office.ts";
import { plainName } from "#shared/text/plainName.ts";
import { newId } from "../../store/newId.ts";
import { listOwnUnitNames } from "../../store/office.ts";
import { insertRow } from "../../store/rows.ts";
import type { WritableLedger } from "../../store/types.ts";

/** The own unit that ever bore a name; entered as a new one where there is none. */
export async function unitNamed(
  tx: WritableLedger,
  name: string,
  kind: OwnUnit["kind"],
): Promise<Readonly<{ id: Id; isNew: boolean }>> {
  const known = (await listOwnUnitNames(tx)).find((row) => plainName(row.name) === plainName(name));
  if (known !== undefined) return { id: known.ownUnitId, isNew: false };
  const { id } = await insertRow(tx, "ownUnit", {
    id: newId(),
    kind,
    nature: kind === "department" ? "agency" : "institution",
    creditCode: null,
    note: "由带入的材料登记",
  });
  await insertRow(tx, "ownUnitName", { id: newId(), ownUnitId: id, name, validFrom: null, validTo: null });
  return { id, isNew: true };
}
