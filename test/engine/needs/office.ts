import { getNeed } from "#engine/needs/getNeed.ts";
import { saveNeed } from "#engine/needs/saveNeed.ts";
import { importStaff, staffViews } from "#engine/needs/staff.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { needDraft, staffDraft } from "#test/engine/support/drafts.ts";
import { smallOffice } from "#test/engine/support/smallOffice.ts";

/** Three people on the staff list and uniforms every two years, on 2022-07-08. */
export async function uniformOffice() {
  const office = await smallOffice();
  const { context, projectId, lineId } = office;
  await importStaff(await context(), {
    staff: [
      staffDraft("网格员01", { staffNo: "01", size: "L" }),
      staffDraft("网格员02", { staffNo: "02", size: "XL" }),
      staffDraft("网格员03", { staffNo: "03", size: "l", joinedOn: isoDate("2021-03-01") }),
    ],
  });
  const needId = await saveNeed(await context(), needDraft(projectId, { budgetLineId: lineId }));
  const staff = async () => staffViews(await context());
  return {
    ...office,
    needId,
    staff,
    detail: async () => getNeed(await context(), needId),
    idOfStaff: async (name: string) => {
      const found = (await staff()).find((row) => row.name === name);
      if (found === undefined) throw new Error(`${name} is not on the list`);
      return found.id;
    },
  };
}
