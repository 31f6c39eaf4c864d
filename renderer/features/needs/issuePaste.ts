import type { ApiInput } from "#shared/api/contract.ts";
import type { StaffView } from "#shared/api/needs.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { PasteColumn, PastedLine } from "../../components/pasteTable.ts";

export type IssueKey = "staff" | "issuedOn" | "quantity" | "note";

/** `byPerson`: every line says to whom. */
export const issueColumnsOf = (byPerson: boolean): readonly PasteColumn<IssueKey>[] => [
  { key: "staff", title: "工号或姓名", needed: byPerson, also: ["姓名", "工号", "领用人", "人员"] },
  { key: "issuedOn", title: "发放日期", needed: true, kind: "date", also: ["日期", "领用日期"] },
  { key: "quantity", title: "数量", kind: "decimal", also: ["发放数量"] },
  { key: "note", title: "说明", also: ["备注"] },
];

type Items = ApiInput<"needs.issue">["items"];
type Taken = Readonly<{ items: Items; unknown: readonly string[] }>;

/** Pasted lines as records; people are found by number or, where only one is called so, by name. */
export function toIssues(
  lines: readonly PastedLine<IssueKey>[],
  staff: readonly StaffView[],
  byPerson: boolean,
): Taken {
  const unknown: string[] = [];
  const items = lines.flatMap((line): Items => {
    const issuedOn = line.date("issuedOn");
    const named = line.text("staff");
    const person = findStaff(staff, named);
    if (issuedOn === null) return [];
    if (byPerson && person === undefined) {
      unknown.push(`第 ${line.line} 行：名册中没有“${named}”，或有同名的人`);
      return [];
    }
    const note =
      byPerson || named === "" ? line.text("note") : [named, line.text("note")].filter(Boolean).join("，");
    return [
      {
        staffId: byPerson ? (person?.id ?? null) : null,
        issuedOn,
        quantity: line.decimal("quantity") ?? decimal("1"),
        note,
      },
    ];
  });
  return { items, unknown };
}

function findStaff(staff: readonly StaffView[], named: string): StaffView | undefined {
  const byNumber = staff.find((row) => row.staffNo !== "" && row.staffNo === named);
  const byName = staff.filter((row) => row.name === named);
  return byNumber ?? (byName.length === 1 ? byName[0] : undefined);
}
