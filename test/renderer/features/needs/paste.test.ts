import { describe, expect, it } from "vitest";
import { needRoutes, type StaffView } from "#shared/api/needs.ts";
import { asId } from "#shared/kernel/id.ts";
import { readPastedTable } from "../../../../renderer/components/pasteTable.ts";
import { issueColumnsOf, toIssues } from "../../../../renderer/features/needs/issuePaste.ts";
import { staffColumns, toStaff } from "../../../../renderer/features/needs/staff/staffPaste.ts";

const person = (id: string, staffNo: string, name: string): StaffView => ({
  id: asId(id),
  staffNo,
  name,
  post: "",
  size: "",
  joinedOn: null,
  leftOn: null,
  note: "",
  voidedAt: null,
  voidReason: null,
  serving: true,
  lastIssuedOn: null,
});

const staff = [person("a", "01", "张示例"), person("b", "02", "李示例"), person("c", "03", "李示例")];

describe("a pasted staff list", () => {
  it("is taken by its heading, as the engine takes it", () => {
    const { lines } = readPastedTable("姓名\t服装尺码\t到岗日期\n张示例\tXL\t2021/3/1", staffColumns);
    const people = toStaff(lines);
    expect(people).toEqual([{ name: "张示例", size: "XL", joinedOn: "2021-03-01" }]);
    expect(needRoutes["staff.import"].input.safeParse({ staff: people }).success).toBe(true);
  });
});

describe("a short staff list", () => {
  const read = (text: string) => toStaff(readPastedTable(text, staffColumns).lines);

  it("says nothing of the columns that it has not, with a heading or without", () => {
    expect(read("姓名\n张示例")).toEqual([{ name: "张示例" }]);
    expect(read("01\t张示例\n02\t李示例")).toEqual([
      { staffNo: "01", name: "张示例" },
      { staffNo: "02", name: "李示例" },
    ]);
  });

  it("says of an empty cell in a column that it has that there is nothing", () => {
    expect(read("姓名\t尺码\t离职日期\n张示例\t\t")).toEqual([{ name: "张示例", size: "", leftOn: null }]);
  });
});

describe("pasted records of what was handed out", () => {
  const read = (text: string, byPerson = true) =>
    toIssues(readPastedTable(text, issueColumnsOf(byPerson)).lines, staff, byPerson);

  it("find people by number or by a name that only one has; one piece where no number is given", () => {
    const { items, unknown } = read(
      "张示例\t2020.6.18\n02\t2020.6.18\t2\n李示例\t2020.6.18\n王某\t2020.6.18",
    );
    expect(items.map(({ staffId, quantity }) => [staffId, quantity])).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
    expect(unknown).toEqual([
      "第 3 行：名册中没有“李示例”，或有同名的人",
      "第 4 行：名册中没有“王某”，或有同名的人",
    ]);
    expect(needRoutes["needs.issue"].input.safeParse({ needId: "n", paymentId: null, items }).success).toBe(
      true,
    );
  });

  it("of what does not go to persons keep the name as a note", () => {
    const { items, unknown } = read("第三网格\t2022-06-06\t40\t汛期\n\t2022-06-07\t5", false);
    expect(items).toEqual([
      { staffId: null, issuedOn: "2022-06-06", quantity: "40", note: "第三网格，汛期" },
      { staffId: null, issuedOn: "2022-06-07", quantity: "5", note: "" },
    ]);
    expect(unknown).toEqual([]);
  });
});
