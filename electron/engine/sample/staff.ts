import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import { notVoided, sampleId } from "./rows.ts";

const two = (number: number): string => String(number).padStart(2, "0");

export const staffId = (number: number): Id => sampleId(`staff-${two(number)}`);
export const staffName = (number: number): string => `网格员${two(number)}`;

/** Who came after the uniforms of 2020 were handed out, and when; all others were there before. */
const joined: Readonly<Record<number, string>> = {
  27: "2020-09-01",
  28: "2021-03-15",
  29: "2021-03-15",
  30: "2021-09-01",
  31: "2022-01-04",
  32: "2022-03-01",
};

const sizes = ["M", "L", "XL", "L", "2XL", "L", "M", "XL", "S", "L", "XL", "M"];
const posts: Readonly<Record<number, string>> = { 1: "队长", 2: "副队长", 12: "组长", 22: "组长" };

/** 32 in service, and one who left in spring. */
export const serving = Array.from({ length: 32 }, (_, index) => index + 1);
const leaver = 33;

export const staff: readonly Row<"staff">[] = [...serving, leaver].map((number) => ({
  id: staffId(number),
  staffNo: `WG-${two(number)}`,
  name: staffName(number),
  post: posts[number] ?? "网格巡查员",
  size: sizes[number % sizes.length] ?? "",
  joinedOn: isoDate(joined[number] ?? "2018-07-01"),
  leftOn: number === leaver ? isoDate("2022-03-31") : null,
  note: "示例数据：人员为虚构。",
  ...notVoided,
}));
