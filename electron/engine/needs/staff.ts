import type { ApiParsed } from "#shared/api/contract.ts";
import type { StaffImport, StaffView } from "#shared/api/needs.ts";
import { maxDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Staff } from "#shared/model/need.ts";
import { groupBy } from "#shared/rules/indexing.ts";
import type { Context } from "../context.ts";
import { saveRow } from "../saveRow.ts";
import { listStaff } from "../store/needs.ts";
import { updateRow, voidRow } from "../store/rows.ts";
import { compareStaff } from "./views.ts";

type Pasted = ApiParsed<"staff.import">["staff"][number];
type StaffDraft = Omit<ApiParsed<"staff.save">, "id">;

const blank = { staffNo: "", post: "", size: "", joinedOn: null, leftOn: null, note: "" } as const;

/** 人员名册 by number, with who serves today. */
export async function staffViews(context: Context): Promise<readonly StaffView[]> {
  const { rows, asOf } = await context.facts();
  const issues = groupBy(rows.needIssue, (row) => row.staffId);
  return rows.staff
    .map((row) => {
      const days = issues.of(row.id).map((issue) => issue.issuedOn);
      const serving = (row.joinedOn ?? asOf) <= asOf && (row.leftOn ?? asOf) >= asOf;
      return { ...row, serving, lastIssuedOn: days.length === 0 ? null : days.reduce(maxDate) };
    })
    .toSorted(compareStaff);
}

export async function saveStaff(context: Context, draft: ApiParsed<"staff.save">): Promise<void> {
  assertDays(draft);
  await context.write(draft.id === null ? "登记人员" : "修改人员", async (tx) => {
    const others = (await listStaff(tx)).filter((row) => row.id !== draft.id);
    const same = others.find((row) => draft.staffNo !== "" && row.staffNo === draft.staffNo);
    if (same !== undefined) throw takenNo(draft, same);
    await saveRow(tx, "staff", draft);
  });
}

/**
 * Takes a pasted list: whoever is known by 工号, or without one by name, is brought up to date in the columns that the
 * list has, others are added.
 */
export async function importStaff(
  context: Context,
  { staff }: ApiParsed<"staff.import">,
): Promise<StaffImport> {
  const counts = await context.write("导入人员名册", async (tx) => {
    const known = await listStaff(tx);
    const count = { added: 0, changed: 0, unchanged: 0 };
    const taken = new Set<string>();
    for (const pasted of staff) {
      const { staffNo = "", name } = pasted;
      const same = matching(known, staffNo, name);
      const key = same?.id ?? (staffNo === "" ? name : staffNo);
      if (taken.has(key)) throw listedTwice(staffNo, name);
      taken.add(key);
      const draft = draftOf(same, pasted);
      assertDays(draft);
      if (same === undefined) count.added += 1;
      else if (isUnchanged(same, draft)) count.unchanged += 1;
      else count.changed += 1;
      await (same === undefined
        ? saveRow(tx, "staff", { ...draft, id: null })
        : updateRow(tx, "staff", same.id, draft));
    }
    return count;
  });
  return { ...counts, staff: await staffViews(context) };
}

/** Voids a person entered by mistake. Refused while something was handed out to them: who left gets a day of leaving. */
export async function voidStaff(context: Context, { id, reason }: ApiParsed<"staff.void">): Promise<void> {
  await context.write("作废人员", async (tx) => {
    const issued = await tx.read
      .selectFrom("needIssue")
      .select("id")
      .where("staffId", "=", id)
      .where("voidedAt", "is", null)
      .executeTakeFirst();
    if (issued !== undefined)
      throw new UserError({
        code: "refused",
        message: "这个人已有发放记录，不能作废。",
        hint: "离职的，请填写离职日期；登记错的，请先作废发放记录。",
      });
    await voidRow(tx, "staff", id, reason);
  });
}

/** Who was found by name keeps the number. */
function draftOf(same: Staff | undefined, { staffNo, ...pasted }: Pasted): StaffDraft {
  const before = same ?? blank;
  const given = Object.fromEntries(Object.entries(pasted).filter(([, value]) => value !== undefined));
  const { post, size, joinedOn, leftOn, note } = { ...before, ...given };
  return { staffNo: staffNo || before.staffNo, name: pasted.name, post, size, joinedOn, leftOn, note };
}

const matching = (known: readonly Staff[], staffNo: string, name: string): Staff | undefined =>
  staffNo === ""
    ? known.find((row) => row.name === name)
    : (known.find((row) => row.staffNo === staffNo) ??
      known.find((row) => row.staffNo === "" && row.name === name));

const compared = ["staffNo", "name", "post", "size", "joinedOn", "leftOn", "note"] as const;
const isUnchanged = (row: Staff, draft: StaffDraft): boolean =>
  compared.every((key) => row[key] === draft[key]);

function assertDays({ name, joinedOn, leftOn }: StaffDraft): void {
  if (joinedOn === null || leftOn === null || leftOn >= joinedOn) return;
  throw new UserError({
    code: "bad-request",
    message: `${name}的离职日期 ${leftOn} 早于入职日期 ${joinedOn}。`,
    hint: "请改正其中一个日期。",
  });
}

const listedTwice = (staffNo: string, name: string): UserError =>
  new UserError({
    code: "conflict",
    message: `名册里有两行都是${name}${staffNo === "" ? "" : `（${staffNo}）`}。`,
    hint: staffNo === "" ? "同名的人，请填写工号。" : "请只留一行。",
  });

const takenNo = ({ staffNo }: StaffDraft, { name }: Staff): UserError =>
  new UserError({
    code: "conflict",
    message: `工号 ${staffNo} 已是${name}的。`,
    hint: "请改工号，或修改原来那一行。",
  });
