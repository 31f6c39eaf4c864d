import type { RollOverItem } from "#shared/api/rollOver.ts";
import { fundNames } from "#shared/budget/fundUse.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { OwnUnits } from "#shared/rules/partyNames.ts";
import { paperDay } from "#shared/rules/performance/textFacts.ts";
import type { ProjectRows } from "./projectRows.ts";
import { wantedItems } from "./wanted.ts";

type Side = Readonly<{ name: string; value: string; note?: string }>;
type Named<Item> = (row: Item) => Side;

export type Comparing = Readonly<{
  ownUnits: OwnUnits;
  unitNames: readonly Row<"ownUnitName">[];
  templates: readonly Template[];
  /** Of the next year. */
  template: Template;
}>;

/** What the project of a year took over from the one before: carried as it was, changed, left behind, still wanted. */
export function compareRows(
  old: ProjectRows,
  now: ProjectRows,
  comparing: Comparing,
): readonly RollOverItem[] {
  return [
    ...basics(old, now, comparing),
    ...matched("资金来源", old.funding, now.funding, fundSide),
    ...matched("预算明细", old.lines, now.lines, lineSide),
    ...matched("绩效指标", old.indicators, now.indicators, indicatorSide),
    ...wantedItems(now, comparing),
    ...matched("立项依据", old.policies, now.policies, ({ title, documentNo }) => ({
      name: title,
      value: documentNo,
    })),
    ...matched("情况说明", old.sections, now.sections, ({ heading, body }) => ({
      name: heading,
      value: body,
    })),
    ...matched("其他需求", old.needs, now.needs, ({ name, quantity, unitName }) => ({
      name,
      value: quantity === null ? "按人配发" : `${quantity}${unitName}`,
    })),
  ];
}

const item = (area: string, name: string, before: string, after: string, note = ""): RollOverItem => ({
  area,
  name,
  kind: before === after ? "carried" : "changed",
  before,
  after,
  note: before === after ? "" : note,
});

function basics(
  { project: old }: ProjectRows,
  { project: now }: ProjectRows,
  { ownUnits, templates }: Comparing,
): readonly RollOverItem[] {
  const area = "基本信息";
  const unit = (row: Row<"project">, id: Row<"project">["departmentUnitId"]) =>
    id === null ? "" : ownUnits.nameOn(id, paperDay(row));
  const named = (id: string): string => templates.find((template) => template.id === id)?.name ?? id;
  return [
    item(area, "项目名称", old.name, now.name),
    item(area, "项目编码", old.code, now.code),
    item(area, "项目类别", old.category, now.category),
    item(area, "项目性质", old.nature, now.nature),
    item(
      area,
      "主管部门",
      unit(old, old.departmentUnitId),
      unit(now, now.departmentUnitId),
      "按当年的单位名称",
    ),
    item(
      area,
      "实施单位",
      unit(old, old.implementingUnitId),
      unit(now, now.implementingUnitId),
      "按当年的单位名称",
    ),
    item(area, "计划开始日期", old.startDate ?? "", now.startDate ?? ""),
    item(area, "计划完成日期", old.endDate ?? "", now.endDate ?? ""),
    item(area, "表式", named(old.template), named(now.template)),
    item(area, "项目总目标", old.overallGoal, now.overallGoal),
    item(area, "年度总目标", old.annualGoal, now.annualGoal),
  ].filter(({ before, after }) => before !== "" || after !== "");
}

const fundLabels: Readonly<Record<Row<"fundingSource">["kind"], string>> = {
  sum: "合计",
  fiscal: "财政资金",
  ...fundNames,
};

const fundSide: Named<Row<"fundingSource">> = ({ scope, kind, amountCents }) => ({
  name: `${scope === "total" ? "项目资金总额" : "年度资金申请总额"}：${fundLabels[kind]}`,
  value: formatYuan(amountCents),
});

const lineSide: Named<Row<"budgetLine">> = ({
  name,
  quantity,
  unitName,
  unitPrice,
  periods,
  amountCents,
}) => {
  const factors = [
    quantity === null ? "" : `${quantity}${unitName}`,
    unitPrice === null ? "" : `${unitPrice}元`,
    periods === null ? "" : `${periods}期`,
  ].filter((part) => part !== "");
  return {
    name,
    value: [factors.join("×"), formatYuan(amountCents)].filter((part) => part !== "").join(" = "),
  };
};

const indicatorSide: Named<Row<"indicator">> = ({ level2, name, valueText }) => ({
  name: `${level2}：${name}`,
  value: valueText,
});

function matched<Item>(
  area: string,
  old: readonly Item[],
  now: readonly Item[],
  sideOf: Named<Item>,
): readonly RollOverItem[] {
  const rest = now.map(sideOf);
  const kept = old.map(sideOf).map((before): RollOverItem => {
    const at = rest.findIndex(({ name }) => plain(name) === plain(before.name));
    const [after] = at < 0 ? [] : rest.splice(at, 1);
    return after === undefined
      ? { area, name: before.name, kind: "left", before: before.value, after: "", note: "没有带入" }
      : item(area, after.name, before.value, after.value);
  });
  const added = rest.map(
    ({ name, value }): RollOverItem => ({
      area,
      name,
      kind: "changed",
      before: "",
      after: value,
      note: "新增",
    }),
  );
  return [...kept, ...added];
}

/** 2022年宣传 and 2023年宣传 are one thing. */
const plain = (name: string): string => name.replace(/20\d{2}/g, "");
