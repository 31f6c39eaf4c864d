import type { z } from "zod";
import type { FormId } from "../formKinds.ts";
import { placeCells } from "../grid.ts";
import { itemRows } from "./edit/changeItems.ts";
import { outline } from "./edit/outline.ts";
import { templatePartIds, templateParts } from "./edit/parts.ts";
import { fitsGrid, spanRows, takenBy } from "./edit/spanRows.ts";
import { exampleForms } from "./examples/examplePapers.ts";
import { isSummed, summedSheets } from "./summedColumns.ts";
import { type Template, templateShape } from "./template.ts";

/** What keeps a template from being printed: where, and what is wrong there. */
export type TemplateFault = Readonly<{ path: readonly (string | number)[]; message: string }>;

/**
 * Everything wrong with a template, so that none is saved whose papers could not be placed: texts that are blank, things that
 * stand twice, spans that do not add up to the columns, and, last, what the grid itself refuses.
 */
export function templateFaults(draft: unknown): readonly TemplateFault[] {
  const read = templateShape.safeParse(draft);
  if (!read.success) {
    return read.error.issues.map((issue) => ({
      path: issue.path.map(plainKey),
      message: issueMessage(issue),
    }));
  }
  const template = read.data;
  const faults = [
    ...itemFaults(template),
    ...spanFaults(template),
    ...totalFaults(template),
    ...targetsFaults(template),
    ...performanceFaults(template),
  ];
  return faults.length > 0 ? faults : gridFaults(template);
}

const plainKey = (key: PropertyKey): string | number => (typeof key === "symbol" ? String(key) : key);

function issueMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "array" ? "不能为空" : `不能小于 ${issue.minimum}`;
    case "too_big":
      return `不能大于 ${issue.maximum}`;
    case "invalid_type":
      return issue.expected === "string" ? "应为文字" : issue.expected === "array" ? "应为列表" : "应为数字";
    case "invalid_value":
      return "不在可选的内容里";
    case "unrecognized_keys":
      return `表式里没有这一项：${issue.keys.join("、")}`;
    default:
      return issue.message;
  }
}

const fewestColumns = 3;

/** Lists of things that a paper has at most once; sheets of rows have room for what stands above them. */
const itemFaults = (template: Template): readonly TemplateFault[] =>
  templatePartIds.flatMap((part) =>
    outline[part].flatMap((block): readonly TemplateFault[] => {
      if (block.kind !== "items") return [];
      const seen = new Set<unknown>();
      const rows = itemRows(template, block);
      const twice = rows.flatMap((row, index) =>
        row.flatMap((item, at): readonly TemplateFault[] => {
          const key = item[block.keyName];
          const isKnown = seen.has(key);
          seen.add(key);
          if (!isKnown || block.repeats?.some((free) => free === key)) return [];
          const path = [...block.path, ...(block.rows ? [index] : []), at];
          return [{ path, message: "这一项出现了两次，请去掉一个" }];
        }),
      );
      const isSheet = block.path.at(-1) === "columns" && block.size === "width";
      const isNarrow = isSheet && rows.flat().length < fewestColumns;
      return isNarrow ? [...twice, { path: block.path, message: `至少要有 ${fewestColumns} 栏` }] : twice;
    }),
  );

const spanFaults = (template: Template): readonly TemplateFault[] =>
  templatePartIds.flatMap((part) =>
    spanRows(template, part)
      .filter((row) => !fitsGrid(template, row))
      .map((row) => {
        const taken = takenBy(template, row);
        const name = `${row.name}共占 ${taken} 列`;
        return {
          path: row.path,
          message: row.isOpen
            ? `${name}，右边的内容没有地方写`
            : `${name}，全表有 ${row.total} 列，两者应当一样`,
        };
      }),
  );

/** What a line of totals is called stands at the left of its figures, and under the sources of money. */
function totalFaults(template: Template): readonly TemplateFault[] {
  const { budget, execution, rentalMonths } = template;
  const first = (
    path: readonly string[],
    column: Readonly<{ heading: string }> | undefined,
  ): TemplateFault => ({
    path: [...path, 0],
    message: `“${(column?.heading ?? "").replace(/\s/g, "")}”不能是第一栏：合计二字写在它左边`,
  });
  const lacking = (path: readonly string[], name: string): TemplateFault => ({
    path,
    message: `不能没有“${name}”：合计写在这一栏`,
  });
  const [lead] = rentalMonths.lead;
  return [
    ...(budget.columns.some(({ key }) => key === "amount") ? [] : [lacking(["budget", "columns"], "金额")]),
    ...(execution.funding.columns.some(({ key }) => key === "source")
      ? []
      : [lacking(["execution", "funding", "columns"], "资金来源")]),
    ...summedSheets.flatMap((sheet) => {
      const [column] = template[sheet].columns;
      return column !== undefined && isSummed(sheet, column.key) ? [first([sheet, "columns"], column)] : [];
    }),
    ...(lead?.key === "item" ? [first(["rentalMonths", "lead"], lead)] : []),
  ];
}

function targetsFaults({ targets }: Template): readonly TemplateFault[] {
  const { head, goals, indicators, required } = targets;
  const shown: readonly string[] = [...head.flat(), ...goals.goals].map(({ field }) => field);
  const choices = outline.targets.flatMap((block) => (block.kind === "checks" ? block.choices : []));
  const nameOf = (field: string) => choices.find(({ value }) => value === field)?.label ?? field;
  const asked = required.filter((field) => !shown.includes(field));
  const level1 = indicators.levels.map((level) => level.level1);
  return [
    ...(indicators.headings.length === 4
      ? []
      : [
          {
            path: ["targets", "indicators", "headings"],
            message: "绩效指标应有四栏：一级、二级、三级指标和指标值",
          },
        ]),
    ...asked.map((field) => ({
      path: ["targets", "required"],
      message: `“${nameOf(field)}”是必填项，表上却没有这一项`,
    })),
    ...indicators.levels.flatMap((level, index): readonly TemplateFault[] => {
      const path = ["targets", "indicators", "levels", index];
      const foreign = level.needed.filter((name) => !level.level2.includes(name));
      return [
        ...(level1.indexOf(level.level1) === index
          ? []
          : [{ path, message: `一级指标“${level.level1}”出现了两次` }]),
        ...foreign.map((name) => ({ path, message: `“${name}”是必填的二级指标，却不在这一级里` })),
      ];
    }),
  ];
}

/** Both sheets tell the money as a whole before its sources, and group their rows by the first two columns. */
function performanceFaults({ monitoring, selfEvaluation }: Template): readonly TemplateFault[] {
  const both = { monitoring, selfEvaluation };
  return [
    ...(["monitoring", "selfEvaluation"] as const).flatMap((part): readonly TemplateFault[] => {
      const [whole] = both[part].funding.rows;
      const [first, second] = both[part].indicators.columns;
      return [
        ...(whole?.kind === "sum"
          ? []
          : [
              {
                path: [part, "funding", "rows"],
                message: "第一行应是“年度资金总额”：其余各行是其中的一部分",
              },
            ]),
        ...(first?.key === "level1" && second?.key === "level2"
          ? []
          : [
              {
                path: [part, "indicators", "columns"],
                message: "前两栏应是一级指标、二级指标：各行按它们合并",
              },
            ]),
      ];
    }),
    ...monitoring.indicators.columns.flatMap(({ key, heading }, index): readonly TemplateFault[] =>
      key !== "hindrance" || monitoring.hindrances.includes(heading)
        ? []
        : [
            {
              path: ["monitoring", "indicators", "columns", index],
              message: `“${heading}”不在“偏差原因的类别”里，这一栏永远打不上勾`,
            },
          ],
    ),
  ];
}

/** Places every sheet with made-up rows: whatever the checks above do not know of, the grid does. */
const gridFaults = (template: Template): readonly TemplateFault[] =>
  templatePartIds.flatMap((part) =>
    templateParts[part].forms.flatMap((form: FormId): readonly TemplateFault[] => {
      if (form === "narrative" || part === "common") return [];
      try {
        placeCells(exampleForms[form](template));
        return [];
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [{ path: [part], message: "这张表排不下：请核对各列宽度的项数和各行的内容" }];
      }
    }),
  );
