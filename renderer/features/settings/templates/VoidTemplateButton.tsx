import { Button, Select } from "antd";
import { useState } from "react";
import type { TemplateView } from "#shared/api/templates.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Field } from "../../../components/fields/Field.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";

type Props = Readonly<{
  view: TemplateView;
  views: readonly TemplateView[];
  disabled: boolean;
  onVoided: () => void;
}>;

/** 作废: its projects go on by another one, which is asked for here. */
export function VoidTemplateButton({ view, views, disabled, onVoided }: Props) {
  const { own, template, usedBy } = view;
  const [open, setOpen] = useState(false);
  const [instead, setInstead] = useState(own?.basedOn ?? "");
  const { done } = useNotify();
  const discard = useApiMutation("templates.void", {
    onSuccess: () => {
      done(`表式“${template.name}”已作废`);
      setOpen(false);
      onVoided();
    },
  });
  if (own === null) return null;
  const closed = usedBy.find((project) => project.closed);
  const others = views.filter((other) => other.template.id !== template.id);
  return (
    <>
      <Button
        disabled={disabled || closed !== undefined}
        title={
          closed &&
          `${closed.name}（${closed.fiscalYear}年度）按它打印，年度已关账；不想再用它的，请把“适用年度起”改晚`
        }
        onClick={() => setOpen(true)}
      >
        作废
      </Button>
      {open ? (
        <ReasonDialog
          title={`作废表式“${template.name}”`}
          text="作废后不能再选用；按它定稿的材料不变，记录仍然保留。"
          action="作废"
          label="作废原因"
          pending={discard.isPending}
          onCancel={() => setOpen(false)}
          onConfirm={(reason) =>
            discard.mutate({ id: own.id, reason, instead: usedBy.length === 0 ? null : instead })
          }
        >
          {usedBy.length === 0 ? null : (
            <Field
              label="使用它的项目改用"
              note={usedBy.map(({ name, fiscalYear }) => `${name}（${fiscalYear}）`).join("、")}
            >
              {(id) => (
                <Select
                  id={id}
                  value={instead}
                  options={others.map((other) => ({ value: other.template.id, label: other.template.name }))}
                  onChange={setInstead}
                />
              )}
            </Field>
          )}
        </ReasonDialog>
      ) : null}
    </>
  );
}
