import { Checkbox, Input } from "antd";
import type { Template } from "#shared/forms/templates/template.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import type { PartProps } from "./CommonPart.tsx";

type Targets = Template["targets"];
type Line = Readonly<{ key: string; label: string; value: string; put: (value: string) => Targets }>;

/** A list with one entry changed. */
const withAt = <Item,>(list: readonly Item[], at: number, item: Item): readonly Item[] =>
  list.map((old, index) => (index === at ? item : old));

/** 绩效目标申报表, 填报表: titles, labels, what must be filled in, and how values are written. */
export function TargetsPart({ draft, onChange }: PartProps) {
  const { targets } = draft;
  const put = (changed: Targets) => onChange({ ...draft, targets: changed });
  return (
    <>
      <FieldGroup title="绩效目标表">
        {linesOf(targets).map(({ key, label, value, put: change }) => (
          <Field key={key} label={label} problem={value.trim() === "" ? "不能为空" : undefined}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize
                value={value}
                onChange={({ target }) => put(change(target.value))}
              />
            )}
          </Field>
        ))}
        <Field label="指标值的百分数">
          {() => (
            <Segments
              label="指标值的百分数"
              value={targets.valueStyle.percent}
              options={[
                { value: "plain", label: "=100%" },
                { value: "bracketed", label: "=100.00(%)" },
              ]}
              onChange={(percent) => put({ ...targets, valueStyle: { ...targets.valueStyle, percent } })}
            />
          )}
        </Field>
        <Field label="各列宽度" note="字符数，用空格分开；项数就是列数">
          {(id) => (
            <Input
              id={id}
              key={targets.columns.length}
              defaultValue={targets.columns.join(" ")}
              onBlur={({ target }) => put({ ...targets, columns: numbersIn(target.value) })}
            />
          )}
        </Field>
      </FieldGroup>
      <FieldGroup title="必填项" columns={1}>
        <Checkbox.Group
          value={[...targets.required]}
          options={requirable(targets)}
          onChange={(required) => put({ ...targets, required })}
        />
      </FieldGroup>
      <FieldGroup title="指标分级" columns={1}>
        <Field label="每行一个一级指标，冒号后是它的二级指标">
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize
              defaultValue={targets.indicators.levels
                .map(({ level1, level2 }) => `${level1}：${level2.join("、")}`)
                .join("\n")}
              onBlur={({ target }) =>
                put({ ...targets, indicators: { ...targets.indicators, levels: levelsIn(target.value) } })
              }
            />
          )}
        </Field>
      </FieldGroup>
    </>
  );
}

function linesOf(targets: Targets): readonly Line[] {
  const { head, goals, indicators } = targets;
  return [
    { key: "title", label: "申报表表名", value: targets.title, put: (title) => ({ ...targets, title }) },
    {
      key: "fillTitle",
      label: "填报表表名",
      value: targets.fillTitle,
      put: (fillTitle) => ({ ...targets, fillTitle }),
    },
    {
      key: "yearLine",
      label: "年度（{year} 是年度）",
      value: targets.yearLine,
      put: (yearLine) => ({ ...targets, yearLine }),
    },
    ...head.flatMap((row, at) =>
      row.map((field, index) => ({
        key: field.field,
        label: `表头第 ${at + 1} 行`,
        value: field.label,
        put: (label: string) => ({
          ...targets,
          head: withAt(head, at, withAt(row, index, { ...field, label })),
        }),
      })),
    ),
    ...goals.goals.map((goal, index) => ({
      key: goal.field,
      label: "目标",
      value: goal.label,
      put: (label: string) => ({
        ...targets,
        goals: { ...goals, goals: withAt(goals.goals, index, { ...goal, label }) },
      }),
    })),
    ...indicators.headings.map((heading, index) => ({
      key: `heading ${index}`,
      label: `指标第 ${index + 1} 栏`,
      value: heading.label,
      put: (label: string) => ({
        ...targets,
        indicators: { ...indicators, headings: withAt(indicators.headings, index, { ...heading, label }) },
      }),
    })),
  ];
}

const requirable = ({ head, goals }: Targets) =>
  [...head.flat(), ...goals.goals].map(({ field, label }) => ({ value: field, label }));

const numbersIn = (text: string): readonly number[] =>
  text
    .split(/[^\d.]+/)
    .filter(Boolean)
    .map(Number);

const levelsIn = (text: string): Targets["indicators"]["levels"] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [level1 = "", rest = ""] = line.split(/[：:]/);
      return { level1: level1.trim(), level2: rest.split(/[、，,\s]+/).filter(Boolean) };
    });
