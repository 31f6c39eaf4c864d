import { describe, expect, it } from "vitest";
import { issueNeed } from "#engine/needs/issues.ts";
import { importStaff, saveStaff, voidStaff } from "#engine/needs/staff.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { staffDraft } from "#test/engine/support/drafts.ts";
import { uniformOffice } from "./office.ts";

describe("the staff list", () => {
  it("is brought up to date by pasting it again: by number, or by name where one of the two has none", async () => {
    const { context, staff } = await uniformOffice();
    const again = await importStaff(await context(), {
      staff: [
        staffDraft("网格员01", { staffNo: "01", size: "L" }),
        staffDraft("网格员02", { staffNo: "02", size: "XXL" }),
        staffDraft("网格员04"),
      ],
    });
    expect(again).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    const numbered = await importStaff(await context(), {
      staff: [staffDraft("网格员04", { staffNo: "04" })],
    });
    expect(numbered).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect((await staff()).map((row) => `${row.staffNo} ${row.name} ${row.size}`)).toEqual([
      "01 网格员01 L",
      "02 网格员02 XXL",
      "03 网格员03 l",
      "04 网格员04 ",
    ]);
    expect(numbered.staff).toEqual(await staff());
  });

  it.each([
    [
      "twice under a number",
      [staffDraft("甲", { staffNo: "9" }), staffDraft("乙", { staffNo: "9" })],
      "名册里有两行都是乙（9）。",
    ],
    ["twice under a name", [staffDraft("甲"), staffDraft("甲")], "名册里有两行都是甲。"],
    [
      "with days the wrong way round",
      [staffDraft("甲", { joinedOn: isoDate("2022-01-02"), leftOn: isoDate("2022-01-01") })],
      "甲的离职日期 2022-01-01 早于入职日期 2022-01-02。",
    ],
  ])("takes nobody when somebody is in it %s", async (_, people, message) => {
    const { context, staff } = await uniformOffice();
    const before = await staff();
    const paste = async () => importStaff(await context(), { staff: [staffDraft("新人"), ...people] });
    expect((await failureOf(paste)).message).toBe(message);
    expect(await staff()).toEqual(before);
  });

  it("changes by a short list the columns it has, and takes no number from whom it finds by name", async () => {
    const { context, staff } = await uniformOffice();
    const before = await staff();
    const short = await importStaff(await context(), {
      staff: [
        { name: "网格员01" },
        { name: "网格员02", staffNo: "", size: "M" },
        { name: "网格员03", joinedOn: null },
        { name: "网格员09" },
      ],
    });
    expect(short).toMatchObject({ added: 1, changed: 2, unchanged: 1 });
    const [first, second, third] = before;
    const after = short.staff.filter(({ name }) => name !== "网格员09");
    expect(after).toEqual([first, { ...second, size: "M" }, { ...third, joinedOn: null }]);
    expect(short.staff).toContainEqual(
      expect.objectContaining({ name: "网格员09", staffNo: "", size: "", joinedOn: null }),
    );
    const wrong = async () =>
      importStaff(await context(), { staff: [{ name: "网格员02", leftOn: isoDate("2020-01-01") }] });
    await importStaff(await context(), { staff: [{ name: "网格员02", joinedOn: isoDate("2021-01-01") }] });
    expect((await failureOf(wrong)).message).toContain("早于入职日期 2021-01-01");
  });

  it("gives a number to one person only", async () => {
    const { context, idOfStaff } = await uniformOffice();
    const id = await idOfStaff("网格员03");
    const take = async () => saveStaff(await context(), { ...staffDraft("网格员03", { staffNo: "01" }), id });
    expect((await failureOf(take)).message).toBe("工号 01 已是网格员01的。");
    await saveStaff(await context(), { ...staffDraft("网格员03", { staffNo: "03", post: "组长" }), id });
  });

  it("says who serves today and who got something last", async () => {
    const { context, needId, staff, idOfStaff } = await uniformOffice();
    const id = await idOfStaff("网格员01");
    await issueNeed(await context(), {
      needId,
      paymentId: null,
      items: ["2020-06-18", "2018-06-18"].map((issuedOn) => ({
        staffId: id,
        issuedOn: isoDate(issuedOn),
        quantity: decimal("1"),
        note: "",
      })),
    });
    await saveStaff(await context(), {
      ...staffDraft("网格员01", { staffNo: "01", leftOn: isoDate("2022-07-07") }),
      id,
    });
    expect((await staff()).map((row) => [row.name, row.serving, row.lastIssuedOn])).toEqual([
      ["网格员01", false, "2020-06-18"],
      ["网格员02", true, null],
      ["网格员03", true, null],
    ]);
  });

  it("keeps who got something, and lets go who was entered by mistake", async () => {
    const { context, needId, staff, idOfStaff } = await uniformOffice();
    const staffId = await idOfStaff("网格员01");
    const items = [{ staffId, issuedOn: isoDate("2022-07-08"), quantity: decimal("1"), note: "" }];
    await issueNeed(await context(), { needId, paymentId: null, items });
    const drop = async () => voidStaff(await context(), { id: staffId, reason: "登记错" });
    expect((await failureOf(drop)).message).toBe("这个人已有发放记录，不能作废。");
    await voidStaff(await context(), { id: await idOfStaff("网格员02"), reason: "登记错" });
    expect((await staff()).map((row) => row.name)).toEqual(["网格员01", "网格员03"]);
  });
});
