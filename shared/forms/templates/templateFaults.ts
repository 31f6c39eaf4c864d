import { isoDate } from "../../kernel/dates.ts";
import { asId } from "../../kernel/id.ts";
import { buildBudget } from "../builders/budget.ts";
import type { ProjectPaper } from "../builders/paper.ts";
import { buildTargets } from "../builders/targets.ts";
import { placeCells } from "../grid.ts";
import { type Template, templateShape } from "./template.ts";

/** What keeps a template from being printed: where, and what is wrong there. */
export type TemplateFault = Readonly<{ path: readonly (string | number)[]; message: string }>;

/**
 * Everything wrong with a template, so that none is saved whose papers could not be placed: texts that are blank, spans that
 * do not add up to the columns, and, last, what the grid itself refuses.
 */
export function templateFaults(draft: unknown): readonly TemplateFault[] {
  const read = templateShape.safeParse(draft);
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => ({ path: path.map(plainKey), message }));
  }
  const template = read.data;
  const faults = [...targetsFaults(template), ...tableFaults(template)];
  return faults.length > 0 ? faults : gridFaults(template);
}

const plainKey = (key: PropertyKey): string | number => (typeof key === "symbol" ? String(key) : key);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function targetsFaults({ targets }: Template): readonly TemplateFault[] {
  const { columns, head, funding, goals, indicators, required } = targets;
  const across = (path: TemplateFault["path"], name: string, spans: readonly number[]) => {
    const taken = sum(spans);
    if (taken === columns.length) return [];
    return [{ path, message: `${name}共占 ${taken} 列，全表有 ${columns.length} 列，两者应当一样` }];
  };
  const fields = head.flat().map(({ field }) => field);
  const twice = fields.filter((field, index) => fields.indexOf(field) !== index);
  const asked = required.filter((field) => !isGoal(field) && !fields.some((shown) => shown === field));
  return [
    ...head.flatMap((row, index) =>
      across(
        ["targets", "head", index],
        `表头第 ${index + 1} 行`,
        row.flatMap(({ labelSpan, valueSpan }) => [labelSpan, valueSpan]),
      ),
    ),
    ...across(["targets", "funding"], "项目资金", [funding.labelSpan, ...funding.spans]),
    ...across(["targets", "goals"], "绩效目标", [goals.labelSpan, ...goals.goals.map(({ span }) => span)]),
    ...across(["targets", "indicators"], "绩效指标", [
      indicators.labelSpan,
      ...indicators.headings.map(({ span }) => span),
    ]),
    ...(indicators.headings.length === 4
      ? []
      : [
          {
            path: ["targets", "indicators", "headings"],
            message: "绩效指标应有四栏：一级、二级、三级指标和指标值",
          },
        ]),
    ...twice.map((field) => ({ path: ["targets", "head"], message: `表头里“${field}”出现了两次` })),
    ...asked.map((field) => ({
      path: ["targets", "required"],
      message: `“${field}”是必填项，表上却没有这一项`,
    })),
  ];
}

const isGoal = (field: string): boolean => field === "overallGoal" || field === "annualGoal";

/** Sheets of rows: each column once, and the amount, which the totals stand under. */
function tableFaults({ budget }: Template): readonly TemplateFault[] {
  const keys = budget.columns.map(({ key }) => key);
  const at = keys.indexOf("amount");
  return [
    ...keys.flatMap((key, index) =>
      keys.indexOf(key) === index
        ? []
        : [{ path: ["budget", "columns", index], message: "这一栏出现了两次，请去掉一个" }],
    ),
    ...(at < 0 ? [{ path: ["budget", "columns"], message: "不能没有“金额”：合计写在这一栏" }] : []),
    ...(at === 0
      ? [{ path: ["budget", "columns", 0], message: "“金额”不能是第一栏：合计二字写在它左边" }]
      : []),
    ...(keys.length < 3 ? [{ path: ["budget", "columns"], message: "至少要有三栏" }] : []),
  ];
}

/** Places the sheets as a blank project has them: whatever the checks above do not know of, the grid does. */
function gridFaults(template: Template): readonly TemplateFault[] {
  const forms = { targets: buildTargets, budget: buildBudget } as const;
  return (["targets", "budget"] as const).flatMap((paper) => {
    try {
      placeCells(forms[paper](blankPaper, template));
      return [];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [{ path: [paper], message: `这张表排不下：${error.message}` }];
    }
  });
}

const year = 2026;
const blankPaper: ProjectPaper = {
  project: {
    id: asId("blank"),
    code: "",
    name: "",
    fiscalYear: year,
    category: "",
    nature: "",
    departmentUnitId: null,
    implementingUnitId: null,
    startDate: isoDate(`${year}-01-01`),
    endDate: isoDate(`${year}-12-31`),
    functionCode: "",
    overallGoal: "",
    annualGoal: "",
    template: "",
    note: "",
    previousProjectId: null,
    voidedAt: null,
    voidReason: null,
  },
  departmentName: "",
  implementingName: "",
  funding: [],
  budgetLines: [],
  indicators: [],
  economicNames: new Map(),
};
