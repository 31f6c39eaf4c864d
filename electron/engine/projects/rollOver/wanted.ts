import type { RollOverItem } from "#shared/api/rollOver.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { missingLevels, rightLevel } from "#shared/indicators/levels.ts";
import type { Row } from "#shared/model/ledger.ts";
import type { OwnUnits } from "#shared/rules/partyNames.ts";
import { paperDay } from "#shared/rules/performance/textFacts.ts";
import type { ProjectRows } from "./projectRows.ts";
import { yearTexts } from "./yearMentions.ts";

type Known = Readonly<{
  ownUnits: OwnUnits;
  unitNames: readonly Row<"ownUnitName">[];
  template: Template;
}>;

/** What the form of the next year asks for and the old project does not say, and what its texts say no longer rightly. */
export const wantedItems = (now: ProjectRows, { ownUnits, unitNames, template }: Known) => [
  ...missingLevels(template.targets.indicators.levels, now.indicators).map((level) =>
    want("绩效指标", level, `${template.name}要求填写`),
  ),
  ...strayIndicators(now, template),
  ...blankFields(now.project, template),
  ...formerNames(now, { ownUnits, unitNames }),
];

const want = (area: string, name: string, note: string, before = "", after = ""): RollOverItem => ({
  area,
  name,
  kind: "wanted",
  before,
  after,
  note,
});

/** 成本指标 stood under 产出 in the form of 2022, and is a first level of its own since. */
const strayIndicators = ({ indicators }: ProjectRows, { name, targets }: Template) =>
  indicators.flatMap((indicator) => {
    const { levels } = targets.indicators;
    const right = rightLevel(levels, indicator);
    if (right === undefined || levels.length === 0) return [];
    const place = `${indicator.level1}›${indicator.level2}`;
    return [want("绩效指标", indicator.name, `${name}没有这一级，请改选`, place, right ?? "")];
  });

function blankFields(project: Row<"project">, { name, targets }: Template): readonly RollOverItem[] {
  const labels = new Map<string, string>([
    ...targets.head.flat().map(({ field, label }) => [field, label] as const),
    ["overallGoal", "项目总目标"],
    ["annualGoal", "年度总目标"],
  ]);
  const columns: Readonly<Record<string, keyof Row<"project">>> = {
    departmentName: "departmentUnitId",
    implementingName: "implementingUnitId",
  };
  const isBlank = (field: string): boolean =>
    Object.entries(project).some(([key, value]) => key === (columns[field] ?? field) && (value ?? "") === "");
  return targets.required
    .filter(isBlank)
    .map((field) => want("基本信息", labels.get(field) ?? field, `${name}要求填写`));
}

/** Texts are not rewritten: a unit that bears another name by then may be spoken of as it was. */
function formerNames(
  now: ProjectRows,
  { ownUnits, unitNames }: Pick<Known, "ownUnits" | "unitNames">,
): readonly RollOverItem[] {
  const day = paperDay(now.project);
  return unitNames.flatMap(({ ownUnitId, name }) => {
    const valid = ownUnits.nameOn(ownUnitId, day);
    if (valid === name || valid.includes(name)) return [];
    return yearTexts(now)
      .filter(({ text }) => text.includes(name))
      .map(({ place }) => want("单位更名", place, "文字没有改动，请核对", name, valid));
  });
}
