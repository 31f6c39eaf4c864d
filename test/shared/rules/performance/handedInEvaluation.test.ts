import { describe, expect, it } from "vitest";
import { buildSelfEvaluation } from "#shared/forms/builders/selfEvaluation.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templates } from "#shared/forms/templates/templates.ts";
import { cents } from "#shared/kernel/cents.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { FactRows } from "#shared/rules/factRows.ts";
import { evaluationOfForm } from "#shared/text/evaluationOfForm.ts";
import { paper } from "#test/shared/forms/samplePaper.ts";
import { evaluated } from "#test/shared/forms/samplePerformance.ts";
import { madeUp } from "#test/shared/forms/templates/madeUpTemplate.ts";
import { findingsOf, messagesOf } from "../checking.ts";
import { adding, rightRows } from "../sampleRows.ts";
import { actualOf, evaluationOf } from "./paperRows.ts";

const lastDay = "2022-12-31";
const formOf = (template: Template, said = "27台") =>
  JSON.stringify(
    buildSelfEvaluation(
      paper,
      {
        ...evaluated,
        indicators: evaluated.indicators.map((one) =>
          one.indicator.name === "巡查记录仪使用数量" && one.actual !== undefined
            ? { ...one, actual: { ...one.actual, valueText: said } }
            : one,
        ),
      },
      template,
    ),
  );

const handedIn = (formJson: string): FactRows =>
  adding(
    adding(rightRows, "filing", {
      id: asId("filing-9"),
      projectId: asId("project-1"),
      form: "selfEvaluation",
      title: "财政项目支出绩效自评表",
    }),
    "filingVersion",
    {
      id: asId("version-9"),
      filingId: asId("filing-9"),
      versionNo: 3,
      template: "sh-2022",
      formJson,
      contentHash: "0",
      frozenAt: "2023-01-10T09:00:00.000Z" as Row<"filingVersion">["frozenAt"],
      frozenBy: "李会计",
      note: "",
      submissionId: null,
    },
  );

const saying = (valueText: string) => actualOf({ periodTo: isoDate(lastDay), valueText });

describe("a self-evaluation that was handed in", () => {
  it.each(templates)("is read by its headings from the form of $id", (template) => {
    const read = evaluationOfForm(formOf(template));
    expect(read?.executedCents).toBe(evaluated.executedCents);
    expect(read?.indicators.map(({ name }) => name)).toEqual(paper.indicators.map(({ name }) => name));
    expect(read?.indicators.find(({ name }) => name === "巡查记录仪使用数量")?.actual).toBe("27台");
    expect(read?.indicators.find(({ name }) => name === "网格平台案件结案质量")?.actual).toBe("达成年度指标");
  });

  it.each(templates)("is read by what adds the sources up, where $id had it last", (template) => {
    const { funding } = template.selfEvaluation;
    const turned = { ...funding, rows: funding.rows.toReversed() };
    const form = formOf({ ...template, selfEvaluation: { ...template.selfEvaluation, funding: turned } });
    expect(evaluationOfForm(form)?.executedCents).toBe(evaluated.executedCents);
  });

  it("is read as far as it says anything, whatever an office made of it", () => {
    const read = evaluationOfForm(formOf(madeUp));
    expect(read?.executedCents).toBeNull();
    expect(read?.indicators.map(({ name, actual }) => [name, actual])[0]).toEqual(["工作服覆盖率", ""]);
    expect(evaluationOfForm("{")).toBeUndefined();
    expect(evaluationOfForm("[]")).toBeUndefined();
    expect(evaluationOfForm('{"rows":[]}')).toBeUndefined();
  });

  it("is held against the payments and the quantities of the ledger as they are now", () => {
    const [template] = templates;
    if (template === undefined) throw new Error("there are templates");
    const rows = handedIn(formOf(template));
    expect(messagesOf(rows, "PERF-16", lastDay)).toEqual([
      expect.stringMatching(/^已定稿的绩效自评表（第3版）的全年执行数387,000\.00元，支付台账[\d,.]+元，相差/),
    ]);
    expect(messagesOf(rows, "PERF-17", lastDay)).toEqual([
      "已定稿的绩效自评表（第3版）的“巡查记录仪使用数量”截至2022-12-31的实际值27台，台账26台。",
    ]);
    const [found] = findingsOf(rows, lastDay).filter(({ ruleId }) => ruleId === "PERF-17");
    expect(found?.texts?.map(({ text }) => text)).toEqual(["27台", "26台"]);
    expect(messagesOf(handedIn(formOf(template, "26台")), "PERF-17", lastDay)).toEqual([]);
  });

  it("is not held to it where the ledger itself says the same, though it writes it otherwise", () => {
    const [template] = templates;
    if (template === undefined) throw new Error("there are templates");
    const rows = adding(
      adding(handedIn(formOf(template, "27 台")), "indicatorActual", saying("27 台")),
      "selfEvaluation",
      evaluationOf({ executedCents: evaluated.executedCents }),
    );
    expect(messagesOf(rows, "PERF-17", lastDay)).toEqual([
      "“巡查记录仪使用数量”截至2022-12-31的实际值27 台，台账26台。",
    ]);
    expect(messagesOf(rows, "PERF-16", lastDay)).toEqual([
      expect.stringMatching(/^全年执行数387,000\.00元，支付台账[\d,.]+元，相差/),
    ]);
    const other = adding(
      adding(handedIn(formOf(template, "27 台")), "indicatorActual", saying("28台")),
      "selfEvaluation",
      evaluationOf({ executedCents: cents(1_000) }),
    );
    for (const rule of ["PERF-16", "PERF-17"]) expect(messagesOf(other, rule, lastDay)).toHaveLength(2);
  });
});
