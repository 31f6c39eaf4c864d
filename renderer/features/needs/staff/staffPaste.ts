import type { ApiInput } from "#shared/api/contract.ts";
import type { PasteColumn, PastedLine } from "../../../components/pasteTable.ts";

export type StaffKey = "staffNo" | "name" | "post" | "size" | "joinedOn" | "leftOn" | "note";

export const staffColumns: readonly PasteColumn<StaffKey>[] = [
  { key: "staffNo", title: "工号", also: ["编号", "人员编号"] },
  { key: "name", title: "姓名", needed: true, also: ["人员", "员工姓名"] },
  { key: "post", title: "岗位", also: ["职务", "岗位名称"] },
  { key: "size", title: "尺码", also: ["服装尺码", "衣服尺码", "号型"] },
  { key: "joinedOn", title: "入职日期", kind: "date", also: ["到岗日期", "进单位日期"] },
  { key: "leftOn", title: "离职日期", kind: "date", also: ["离岗日期"] },
  { key: "note", title: "备注", also: ["说明"] },
];

type People = ApiInput<"staff.import">["staff"];

const texts = ["staffNo", "post", "size", "note"] as const;
const dates = ["joinedOn", "leftOn"] as const;

/** With the columns that were pasted and no others: what a short list leaves out stays as it is. */
export const toStaff = (lines: readonly PastedLine<StaffKey>[]): People =>
  lines.map((line) => ({
    name: line.text("name"),
    ...Object.fromEntries(texts.filter(line.has).map((key) => [key, line.text(key)])),
    ...Object.fromEntries(dates.filter(line.has).map((key) => [key, line.date(key)])),
  }));
