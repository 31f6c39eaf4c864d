import { Checkbox, Input, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useNavigate } from "react-router";
import type { ProjectView } from "#shared/api/projects.ts";
import type { RollOverInput, RollOverLine, RollOverPreview, YearMention } from "#shared/api/rollOver.ts";
import { type Cents, formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import { useNotify } from "../../../app/notify.ts";
import { pathTo } from "../../../app/paths.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { useLatest } from "../../../components/useLatest.ts";
import { RollOverItems } from "./RollOverItems.tsx";
import { RollOverLines } from "./RollOverLines.tsx";
import "./rollover.css";

type Props = Readonly<{ project: ProjectView; onClose: () => void }>;

type Chosen = Readonly<{
  code: string | null;
  name: string | null;
  template: string | null;
  percent: string;
  carryOver: Cents;
  lines: readonly RollOverLine[] | null;
  years: readonly string[] | null;
}>;

const undecided: Chosen = {
  code: null,
  name: null,
  template: null,
  percent: "0",
  carryOver: zeroCents,
  lines: null,
  years: null,
};

const isPercent = (text: string): boolean => /^-?\d{1,3}(\.\d{1,2})?$/.test(text.trim());
const textOrNull = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : text.trim();

const choicesOf = (project: ProjectView, chosen: Chosen): RollOverInput => ({
  projectId: project.id,
  code: textOrNull(chosen.code),
  name: textOrNull(chosen.name),
  template: chosen.template,
  percent: isPercent(chosen.percent) ? chosen.percent.trim() : "0",
  carryOverCents: chosen.carryOver,
  lines: (chosen.lines ?? []).map(({ id, take, after }) => ({ id, take, ...after })),
  years: chosen.years === null ? null : [...chosen.years],
});

/** 结转到下年: what would become of everything is on the screen while it is being decided. */
export function RollOverDialog({ project, onClose }: Props) {
  const [chosen, setChosen] = useState(undecided);
  const input = useDeferredValue(choicesOf(project, chosen));
  const preview = useApi("projects.rollOverPreview", input);
  const shown = useLatest(preview.data);
  const templates = useApi("templates.list", {}).data ?? [];
  const notify = useNotify();
  const navigate = useNavigate();
  const save = useApiMutation("projects.rollOver", {
    onSuccess: ({ project: next }) => {
      notify.done(`已结转为 ${next.fiscalYear} 年度项目 ${next.code}`);
      onClose();
      void navigate(pathTo("project", next.id));
    },
  });
  const wrongPercent = !isPercent(chosen.percent);
  return (
    <FormDialog
      as="drawer"
      title={`结转到下年：${project.name}（${project.code}）`}
      width={1040}
      okText="结转"
      pending={save.isPending}
      ready={shown !== undefined && shown.problem === "" && !wrongPercent}
      changed={chosen !== undecided}
      problem={shown?.problem ?? ""}
      onSubmit={() => save.mutate(choicesOf(project, chosen))}
      onClose={onClose}
    >
      <FieldGroup columns={4}>
        <Field label="项目编码" needed>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={chosen.code ?? shown?.code ?? ""}
              onChange={(event) => setChosen({ ...chosen, code: event.target.value })}
            />
          )}
        </Field>
        <Field label="项目名称" needed>
          {(id) => (
            <Input
              id={id}
              value={chosen.name ?? shown?.name ?? ""}
              onChange={(event) => setChosen({ ...chosen, name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="单价和包干金额调整（%）"
          note="0 为不变，-5 为减 5%"
          problem={wrongPercent ? "应为百分比，例如 3 或 -5.5" : undefined}
        >
          {(id) => (
            <Input
              id={id}
              className="jf-num"
              value={chosen.percent}
              onChange={(event) => setChosen({ ...chosen, percent: event.target.value, lines: null })}
            />
          )}
        </Field>
        <Field label="上年结转资金" note={leftNote(shown)}>
          {(id) => (
            <MoneyInput
              id={id}
              value={chosen.carryOver}
              onChange={(value) => setChosen({ ...chosen, carryOver: value ?? zeroCents })}
            />
          )}
        </Field>
      </FieldGroup>
      {shown === undefined ? (
        <Loaded query={preview}>{() => null}</Loaded>
      ) : (
        <>
          <p className="jf-soft jf-rollover-year">
            {shown.fiscalYear} 年度，{shown.startDate ?? "未填"} 至 {shown.endDate ?? "未填"}，表式
            <Select
              aria-label="表式"
              variant="underlined"
              popupMatchSelectWidth={false}
              value={chosen.template ?? shown.template}
              options={templates.map(({ template }) => ({ value: template.id, label: template.name }))}
              onChange={(template) => setChosen({ ...chosen, template })}
            />
          </p>
          <RollOverLines
            lines={chosen.lines ?? shown.lines}
            onChange={(lines) => setChosen({ ...chosen, lines })}
          />
          <Years years={shown.years} onChange={(years) => setChosen({ ...chosen, years })} />
          <h3 className="jf-rollover-part">结转清单</h3>
          <RollOverItems items={shown.items} />
        </>
      )}
    </FormDialog>
  );
}

const leftNote = (preview: RollOverPreview | undefined): string =>
  preview === undefined
    ? ""
    : `上年剩余 ${formatYuan(preview.leftCents)}，其中已签未付 ${formatYuan(preview.committedCents)}`;

type YearsProps = Readonly<{
  years: readonly YearMention[];
  onChange: (moved: readonly string[]) => void;
}>;

/** Each mention of the year is confirmed by itself; amounts in texts stay as they are. */
function Years({ years, onChange }: YearsProps) {
  if (years.length === 0) return null;
  const moved = years.filter(({ move }) => move).map(({ id }) => id);
  return (
    <>
      <h3 className="jf-rollover-part">文字里的年份：勾选的改为下一年</h3>
      <ul className="jf-rollover-years">
        {years.map(({ id, place, before, year, after, doubt, move }) => (
          <li key={id}>
            <Checkbox
              checked={move}
              onChange={(event) =>
                onChange(event.target.checked ? [...moved, id] : moved.filter((one) => one !== id))
              }
            >
              <span className="jf-soft">{place}：</span>
              {before}
              <b>{move ? `${year} → ${Number(year) + 1}` : year}</b>
              {after}
              {doubt === "" ? null : <span className="jf-faint">（{doubt}）</span>}
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}
