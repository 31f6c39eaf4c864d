import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holidayNotices } from "#shared/holidays/notices.ts";
import { readHolidays } from "#shared/holidays/readHolidays.ts";

/** The lines of the notices as published, to hold the built-in tables against. */
const published: Readonly<Record<number, string>> = {
  2022: `国办发明电〔2021〕11号
经国务院批准，现将2022年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：2022年1月1日至3日放假，共3天。
二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
五、端午节：6月3日至5日放假，共3天。
六、中秋节：9月10日至12日放假，共3天。
七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`,
  2023: `一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。`,
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `经党中央、国务院批准，自2025年1月1日起，全体公民放假的假日增加2天，其中春节、劳动节各增加1天。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期，推动错峰出行。`,
};

describe("a pasted notice", () => {
  it.each(holidayNotices)("of $year reads as the table that is offered", ({ year, days }) => {
    expect(readHolidays(published[year] ?? "", year)).toEqual({ days, unread: [] });
  });

  it("leaves the days of another year out", () => {
    const { days } = readHolidays(published[2023] ?? "", 2022);
    expect(days.map(({ onDate }) => onDate).filter((date) => !date.startsWith("2022"))).toEqual([]);
  });
});

describe("a pasted table", () => {
  it("is read row by row, with the name where there is one", () => {
    const text = "2027-01-01\t放假\t元旦\n2027/1/3 周日 上班\r\n2027年2月5日,休,春节\n";
    expect(readHolidays(text, 2027)).toEqual({
      days: [
        { onDate: "2027-01-01", kind: "holiday", name: "元旦" },
        { onDate: "2027-01-03", kind: "workday", name: "" },
        { onDate: "2027-02-05", kind: "holiday", name: "春节" },
      ],
      unread: [],
    });
  });

  it("tells the rows that it cannot read, and takes the last of two for a day", () => {
    expect(readHolidays("2027-01-01 元旦\n2027-13-01 放假\n日期 类型 名称", 2027).unread).toEqual([
      "2027-01-01 元旦",
      "2027-13-01 放假",
    ]);
    expect(readHolidays("2027-01-02 放假\n2027-01-02 上班", 2027).days).toMatchObject([{ kind: "workday" }]);
  });

  it("of any text is a table of that year, each day once", () => {
    const piece = fc.constantFrom(
      "一、元旦：",
      "1月",
      "31日",
      "至",
      "放假",
      "上班",
      "。",
      "2027-01-0",
      "\n",
      "2月3日",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const dates = readHolidays(pieces.join(""), 2027).days.map(({ onDate }) => onDate);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        expect(dates.every((date) => date.startsWith("2027-"))).toBe(true);
      }),
    );
  });
});
