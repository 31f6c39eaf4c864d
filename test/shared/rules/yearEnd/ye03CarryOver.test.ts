import { describe, expect, it } from "vitest";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { messagesOf, theFinding } from "../checking.ts";
import { carriedOver } from "../hits/budgetHits.ts";
import { adding, paymentOf, projectOf, rightRows } from "../sampleRows.ts";

/** 66,630.00 were paid in April. */
const rows = carriedOver(10_000_000);

const last = adding(rows, "setting", {
  id: asId("setting-carry"),
  key: "budget.carryOver",
  valueJson: '"last"',
});

describe("YE-03 结转资金未用", () => {
  it("asks at the end of June, September and December what is left", () => {
    expect(messagesOf(rows, "YE-03", "2022-06-29")).toEqual([]);
    expect(theFinding(rows, "YE-03", "2022-06-30")).toMatchObject({
      severity: "warn",
      message: "到2022年6月30日，结转资金100,000.00元中33,370.00元仍未使用。",
      figures: {
        carryOverCents: 10_000_000,
        leftCents: 3_337_000,
        twoYearsCents: 0,
        checkedOn: "2022-06-30",
      },
      subjects: [{ kind: "project", id: "project-1" }],
    });
    expect(theFinding(rows, "YE-03", "2022-09-30").figures).toMatchObject({ checkedOn: "2022-09-30" });
    expect(theFinding(rows, "YE-03", "2023-05-01").figures).toMatchObject({ checkedOn: "2022-12-31" });
  });

  it("is content when all of it is used, and where there was none", () => {
    const rest = paymentOf({ id: asId("rest"), paymentNo: "FK-3", amountCents: cents(3_337_000) });
    expect(messagesOf(adding(rows, "payment", rest), "YE-03", "2022-06-30")).toEqual([]);
    expect(messagesOf(rightRows, "YE-03", "2022-12-31")).toEqual([]);
  });

  it("waits for the end of the year where carry-over is to be used last", () => {
    expect(messagesOf(last, "YE-03", "2022-09-30")).toEqual([]);
    expect(messagesOf(last, "YE-03", "2022-12-31")).toEqual([
      "到2022年12月31日，结转资金100,000.00元中100,000.00元仍未使用。",
    ]);
  });

  it("says what was not used for two years", () => {
    const before = projectOf({ id: asId("project-0"), code: "ZH-2021", fiscalYear: 2021 });
    const earlier = carriedOver(2_000_000, adding(rows, "project", before), "project-0");
    const about = (day: string) =>
      messagesOf(earlier, "YE-03", day).filter((message) => message.includes("2022年"));
    expect(about("2022-06-30")).toEqual([
      "到2022年6月30日，结转资金100,000.00元中33,370.00元仍未使用，其中20,000.00元已连续两年未用完。",
    ]);
    const other = carriedOver(
      2_000_000,
      adding(rows, "project", { ...before, name: "别的项目", startDate: isoDate("2021-01-01") }),
      "project-0",
    );
    expect(messagesOf(other, "YE-03", "2022-06-30").some((message) => message.includes("两年"))).toBe(false);
  });
});
