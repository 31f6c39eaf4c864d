import { Input, Select } from "antd";
import { type NeedDetail, needRoutes } from "#shared/api/needs.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import type { Need } from "#shared/model/need.ts";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { choices, clearable } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DecimalInput } from "../../components/inputs/DecimalInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";
import { needKindWords } from "./needWords.ts";

const schema = needRoutes["needs.save"].input;

type Draft = Omit<Need, "id" | "projectId" | "voidedAt" | "voidReason"> &
  Readonly<{ id: Id | null; projectId: Id | null }>;

const blank = (projectId: Id | null): Draft => ({
  id: null,
  projectId,
  budgetLineId: null,
  kind: "uniform",
  name: "",
  unitName: "套",
  unitPrice: null,
  quantity: null,
  perPerson: decimal("1"),
  replaceYears: 2,
  note: "",
});

function draftOf({ voidedAt: _at, voidReason: _reason, ...columns }: Need): Draft {
  return columns;
}

type Props = Readonly<{
  /** Null for a new one. */
  need: Need | null;
  onSaved: (detail: NeedDetail) => void;
  onClose: () => void;
}>;

const years = Array.from({ length: 10 }, (_, index) => ({ value: index + 1, label: `满 ${index + 1} 年` }));

/** A need: by person with years of replacement, or a planned quantity. */
export function NeedForm({ need, onSaved, onClose }: Props) {
  const { scope, projects } = useScope();
  const { done } = useNotify();
  const chosen = scope.projectId ?? projects[0]?.id ?? null;
  const form = useFormDraft({
    schema,
    start: (): Draft => (need === null ? blank(chosen === null ? null : asId(chosen)) : draftOf(need)),
  });
  const { draft, change, problems } = form;
  const byPerson = draft.perPerson !== null;
  const save = useApiMutation("needs.save", {
    onSuccess: (detail) => {
      done(`${detail.need.name}已保存`);
      onSaved(detail);
    },
  });
  return (
    <FormDialog
      title={need === null ? "新增需求" : `修改 ${need.name}`}
      width={600}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="类别">
          {(id) => (
            <Select
              id={id}
              autoFocus
              value={draft.kind}
              options={choices(needKindWords)}
              onChange={(kind) => change({ kind, ...(need === null ? defaultsOf(kind) : {}) })}
            />
          )}
        </Field>
        <Field label="名称" needed problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              placeholder="例如：网格员夏季工作服"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        {need === null ? (
          <Field label="项目" needed problem={problems.get("projectId")}>
            {(id) => (
              <Select
                id={id}
                value={draft.projectId}
                options={projects.map((row) => ({ value: row.id, label: row.name }))}
                onChange={(projectId) => change({ projectId, budgetLineId: null })}
              />
            )}
          </Field>
        ) : null}
        {draft.projectId === null ? null : (
          <LineField
            projectId={draft.projectId}
            value={draft.budgetLineId}
            onChange={(budgetLineId) => change({ budgetLineId })}
          />
        )}
        <Field label="计量单位">
          {(id) => (
            <Input
              id={id}
              value={draft.unitName}
              onChange={(event) => change({ unitName: event.target.value })}
            />
          )}
        </Field>
        <Field label="单价（元）">
          {(id) => (
            <DecimalInput id={id} value={draft.unitPrice} onChange={(unitPrice) => change({ unitPrice })} />
          )}
        </Field>
        <Field label="每人配发数量" note={byPerson ? "计划数量由人员名册算出" : "不按人配发的留空"}>
          {(id) => (
            <DecimalInput id={id} value={draft.perPerson} onChange={(perPerson) => change({ perPerson })} />
          )}
        </Field>
        {byPerson ? (
          <Field label="更换年限" note="留空为一次性配发、不再更换">
            {(id) => (
              <Select
                id={id}
                allowClear={clearable}
                value={draft.replaceYears}
                options={years}
                onChange={(replaceYears: number | undefined) =>
                  change({ replaceYears: replaceYears ?? null })
                }
              />
            )}
          </Field>
        ) : (
          <Field label="本年计划数量">
            {(id) => (
              <DecimalInput id={id} value={draft.quantity} onChange={(quantity) => change({ quantity })} />
            )}
          </Field>
        )}
        <Field label="备注" wide>
          {(id) => (
            <Input id={id} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

const defaultsOf = (kind: Need["kind"]): Partial<Draft> =>
  kind === "uniform"
    ? { perPerson: decimal("1"), replaceYears: 2, unitName: "套" }
    : { perPerson: null, replaceYears: null, unitName: "" };

type LineProps = Readonly<{ projectId: Id; value: Id | null; onChange: (lineId: Id | null) => void }>;

function LineField({ projectId, value, onChange }: LineProps) {
  const project = useApi("projects.get", { id: projectId });
  return (
    <Field label="预算明细">
      {(id) => (
        <Select
          id={id}
          allowClear={clearable}
          showSearch={{ optionFilterProp: "label" }}
          value={value}
          options={(project.data?.budgetLines ?? []).map((row) => ({ value: row.id, label: row.name }))}
          onChange={(lineId: Id | undefined) => onChange(lineId ?? null)}
        />
      )}
    </Field>
  );
}
