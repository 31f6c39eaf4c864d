import { fundingAmount, fundingParts } from "../../budget/funding.ts";
import { normaliseIndicatorValue } from "../../indicators/value.ts";
import { yearOf } from "../../kernel/dates.ts";
import type { FundingSource, Indicator, Project } from "../../model/project.ts";
import type { Form, FormRow, FormValue } from "../form.ts";
import { rangesOf } from "../grid.ts";
import { sourceOf } from "../source.ts";
import type {
  FundingBlock,
  FundingItem,
  GoalField,
  HeadField,
  IndicatorsBlock,
  ProjectField,
  Template,
} from "../templates/template.ts";
import { amountOrEmpty, dateOrEmpty, text } from "../values.ts";
import { a4, cell, emptyCell, fill, headingRow, labelCell, tableRow, textCell, titleRows } from "./cells.ts";
import { groupIndicators } from "./indicatorGroups.ts";
import type { ProjectPaper } from "./paper.ts";

/** 财政项目支出绩效目标申报表 in the layout of a template. */
export const buildTargets = (paper: ProjectPaper, template: Template): Form =>
  targetSheet(paper, template, "targets", template.targets.title);

/** 填报表: the same sheet under the title it bears until it is declared. */
export const buildTargetsFill = (paper: ProjectPaper, template: Template): Form =>
  targetSheet(paper, template, "targetsFill", template.targets.fillTitle);

function targetSheet(
  paper: ProjectPaper,
  { id, fonts, targets }: Template,
  form: "targets" | "targetsFill",
  name: string,
): Form {
  const { project } = paper;
  const title = titleRows(name, fill(targets.yearLine, { year: project.fiscalYear }), targets.columns.length);
  const head = targets.head.map((fields) => headRow(fields, paper));
  const fundingFrom = title.length + head.length;
  const before = [
    ...title,
    ...head,
    ...fundingRows(targets.funding, paper, fundingFrom),
    ...goalRows(paper, targets.goals),
  ];
  return {
    id: form,
    template: id,
    title: name,
    fonts,
    page: a4(targets.orientation, { fromRow: before.length, toRow: before.length }, name),
    columns: targets.columns.map((width) => ({ width })),
    rows: [
      ...before,
      ...indicatorRows(targets.indicators, paper.indicators, (value) =>
        normaliseIndicatorValue(value, targets.valueStyle),
      ),
    ],
  };
}

const fieldNames: Readonly<Record<GoalField, string>> = {
  overallGoal: "项目总目标",
  annualGoal: "年度总目标",
};

/** What a template asks for and the project leaves blank, as the paper calls it. */
export function missingFields(paper: ProjectPaper, { targets }: Template): readonly string[] {
  const labels = new Map<string, string>(targets.head.flat().map(({ field, label }) => [field, label]));
  return targets.required
    .filter((field) => isBlank(field, paper))
    .map((field) => labels.get(field) ?? (isGoal(field) ? fieldNames[field] : field));
}

const isGoal = (field: ProjectField | GoalField): field is GoalField => field in fieldNames;

const isBlank = (field: ProjectField | GoalField, paper: ProjectPaper): boolean =>
  isGoal(field) ? paper.project[field].trim() === "" : fieldValue(field, paper).kind === "empty";

function fieldValue(
  field: ProjectField,
  { project, departmentName, implementingName }: ProjectPaper,
): FormValue {
  switch (field) {
    case "departmentName":
      return text(departmentName);
    case "implementingName":
      return text(implementingName);
    case "startDate":
    case "endDate":
      return dateOrEmpty(project[field]);
    default:
      return text(project[field].trim());
  }
}

/** The column of the project that each field comes from: names are those of its units. */
export const projectColumns: Readonly<Record<ProjectField, keyof Project>> = {
  name: "name",
  category: "category",
  nature: "nature",
  departmentName: "departmentUnitId",
  implementingName: "implementingUnitId",
  startDate: "startDate",
  endDate: "endDate",
};

const headRow = (fields: readonly HeadField[], paper: ProjectPaper): FormRow =>
  tableRow(
    fields.flatMap(({ label, field, labelSpan, valueSpan }) => [
      labelCell(label, labelSpan),
      cell(fieldValue(field, paper), "centred", {
        colSpan: valueSpan,
        source: sourceOf("project", paper.project.id, projectColumns[field]),
      }),
    ]),
  );

function fundingRows(
  block: FundingBlock,
  { project, funding: sources }: ProjectPaper,
  firstRow: number,
): readonly FormRow[] {
  const [totalLabelSpan, totalSpan, annualLabelSpan, annualSpan] = block.spans;
  const totalColumn = block.labelSpan + totalLabelSpan;
  const annualColumn = totalColumn + totalSpan + annualLabelSpan;
  const partRows = (scope: FundingSource["scope"]): readonly number[] =>
    block.rows.flatMap((row, index) => {
      const item = row[scope];
      return item === null || item.kind === "sum" ? [] : [firstRow + index];
    });
  const value = (scope: FundingSource["scope"], { kind }: FundingItem, column: number): FormValue => {
    const stated = fundingAmount(sources, scope, kind);
    const parts = fundingParts(sources, scope);
    // A total that is not the sum of its parts is shown as it was stated: the check says so, a formula would hide it.
    if (kind === "sum" && (stated ?? parts) === parts) {
      return { kind: "sum", cents: parts, of: rangesOf(column, partRows(scope)) };
    }
    return amountOrEmpty(stated);
  };
  const pair = (
    scope: FundingSource["scope"],
    item: FundingItem | null,
    spans: readonly [number, number],
    column: number,
  ) =>
    item === null
      ? [emptyCell("label", spans[0]), emptyCell("amount", spans[1])]
      : [
          labelCell(item.label, spans[0]),
          cell(value(scope, item, column), "amount", {
            colSpan: spans[1],
            source: sourceOf("funding", project.id, `${scope}.${item.kind}`),
          }),
        ];
  return block.rows.map(({ total, annual }, index) =>
    tableRow([
      ...(index === 0 ? [labelCell(block.label, block.labelSpan, block.rows.length)] : []),
      ...pair("total", total, [totalLabelSpan, totalSpan], totalColumn),
      ...pair("annual", annual, [annualLabelSpan, annualSpan], annualColumn),
    ]),
  );
}

function goalRows(paper: ProjectPaper, block: Template["targets"]["goals"]): readonly FormRow[] {
  const { project } = paper;
  const years = {
    year: project.fiscalYear,
    from: project.startDate === null ? project.fiscalYear : yearOf(project.startDate),
    to: project.endDate === null ? project.fiscalYear : yearOf(project.endDate),
  };
  return [
    headingRow([
      labelCell(block.label, block.labelSpan, 2),
      ...block.goals.map(({ label, span }) => labelCell(fill(label, years), span)),
    ]),
    {
      cells: block.goals.map(({ field, span }) =>
        textCell(project[field].trim(), "text", {
          colSpan: span,
          source: sourceOf("project", project.id, field),
        }),
      ),
      minHeight: 72,
    },
  ];
}

function indicatorRows(
  block: IndicatorsBlock,
  indicators: readonly Indicator[],
  print: (valueText: string) => string,
): readonly FormRow[] {
  const spans = block.headings.map(({ span }) => span);
  const [level1Span = 1, level2Span = 1, nameSpan = 1, valueSpan = 1] = spans;
  const rows = groupIndicators(indicators, block.levels).flatMap(({ level1, size, groups }) =>
    groups.flatMap(({ level2, indicators: members }, groupIndex) =>
      members.map((indicator, index) =>
        tableRow([
          ...(groupIndex === 0 && index === 0 ? [labelCell(level1, level1Span, size)] : []),
          ...(index === 0 ? [labelCell(level2, level2Span, members.length)] : []),
          textCell(indicator.name.trim(), "text", {
            colSpan: nameSpan,
            source: sourceOf("indicator", indicator.id, "name"),
          }),
          textCell(print(indicator.valueText), "centred", {
            colSpan: valueSpan,
            source: sourceOf("indicator", indicator.id, "valueText"),
          }),
        ]),
      ),
    ),
  );
  const none = tableRow([
    textCell("（未填写绩效指标）", "centred", { colSpan: spans.reduce((sum, span) => sum + span, 0) }),
  ]);
  const body = rows.length === 0 ? [none] : rows;
  const heading = headingRow([
    labelCell(block.label, block.labelSpan, body.length + 1),
    ...block.headings.map(({ label, span }) => labelCell(label, span)),
  ]);
  return [heading, ...body];
}
