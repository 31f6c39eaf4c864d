import { cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import { type KeptCell, type KeptRow, keptForm, labelOf, textOf } from "./keptForm.ts";
import type { Paper, PaperAmount, PaperFieldKey, PaperIndicator } from "./paper.ts";

const fieldLabels: Readonly<Record<string, PaperFieldKey>> = {
  项目名称: "projectName",
  主管部门: "departmentName",
  实施单位: "implementingName",
};
const amountLabels: Readonly<Record<string, PaperAmount["key"]>> = {
  项目资金总额: "total",
  年度资金申请总额: "annual",
};

type Known = Readonly<{ name: string; day: IsoDate }>;

/** A kept form as a paper to compare; `undefined` when the text is no form. */
export function paperOfForm(formJson: string, { name, day }: Known): Paper | undefined {
  const form = keptForm(formJson);
  if (form === undefined) return undefined;
  const { rows } = form;
  const year = /(\d{4})\s*年度/.exec(textOf(rows[1]?.[0]))?.[1];
  return {
    name,
    title: textOf(rows[0]?.[0]) || form.title,
    fiscalYear: year === undefined ? null : Number(year),
    day,
    fields: labelled(rows, fieldLabels).map(([key, value]) => ({ key, text: textOf(value) })),
    sections: [],
    indicators: indicatorsOf(rows),
    amounts: labelled(rows, amountLabels).flatMap(([key, { value }]) =>
      value.cents === undefined ? [] : [{ key, cents: cents(value.cents) }],
    ),
  };
}

/** The cells that stand right of one of these labels. */
const labelled = <Key>(
  rows: readonly KeptRow[],
  labels: Readonly<Record<string, Key>>,
): readonly (readonly [Key, KeptCell])[] =>
  rows.flatMap((cells) =>
    cells.flatMap((found, index) => {
      const key = labels[labelOf(found)];
      const value = cells[index + 1];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );

/** Below the heading 一级指标 … every row ends with a name and a value; levels stand in the first row of their group. */
function indicatorsOf(rows: readonly KeptRow[]): readonly PaperIndicator[] | null {
  const heading = rows.findIndex((cells) => cells.some((found) => labelOf(found) === "一级指标"));
  if (heading < 0) return null;
  let [level1, level2] = ["", ""];
  return rows.slice(heading + 1).flatMap((cells) => {
    const [value, name, second, first] = cells.toReversed();
    if (value === undefined || name === undefined) return [];
    if (first !== undefined) level1 = labelOf(first);
    if (second !== undefined) level2 = labelOf(second);
    return [{ level1, level2, name: textOf(name), valueText: textOf(value) }];
  });
}
