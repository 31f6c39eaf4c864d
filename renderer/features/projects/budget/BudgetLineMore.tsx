import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { BudgetLineView } from "#shared/api/projects.ts";
import { controlNames, procurementNames } from "#shared/budget/words.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { SavedField } from "../../../components/autosave/SavedField.tsx";
import type { AutoSave } from "../../../components/autosave/useAutoSave.ts";
import { choices } from "../../../components/choices.ts";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import type { BudgetLineFields } from "./budgetLineFields.ts";

type Props = Readonly<{ form: AutoSave<BudgetLineFields>; view: BudgetLineView }>;

/** What does not fit into the grid: basis, procurement, contracts, and the way to void the line. */
export function BudgetLineMore({ form, view }: Props) {
  const [voiding, setVoiding] = useState(false);
  const discard = useApiMutation("projects.voidBudgetLine", { onSuccess: () => setVoiding(false) });
  return (
    <div className="jf-line-more">
      <div className="jf-fields">
        <SavedField form={form} name="basis" label="测算依据" wide>
          {(control, { type }) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2 }}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </SavedField>
        <SavedField form={form} name="procurementType" label="采购类型">
          {(control, { choose }) => (
            <Select {...control} options={choices(procurementNames)} onChange={choose} />
          )}
        </SavedField>
        <SavedField form={form} name="procurementItem" label="采购品目">
          {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
        </SavedField>
        <SavedField form={form} name="note" label="备注">
          {(control, { type }) => <Input {...control} onChange={(event) => type(event.target.value)} />}
        </SavedField>
        <SavedField form={form} name="control" label="超过预算或用款计划时">
          {(control, { choose }) => <Select {...control} options={choices(controlNames)} onChange={choose} />}
        </SavedField>
        <SavedField form={form} name="smeReserved" label="中小企业">
          {({ id, value }, { choose }) => (
            <Checkbox
              id={id}
              checked={value === 1}
              onChange={(event) => choose(event.target.checked ? 1 : 0)}
            >
              面向中小企业预留
            </Checkbox>
          )}
        </SavedField>
      </div>
      <p className="jf-line-foot">
        <span className="jf-soft">
          {view.economicName === "" ? null : `${view.economicCode} ${view.economicName}　`}
          {view.allocatedCents === view.amountCents
            ? null
            : `调剂后预算 ${formatYuan(view.allocatedCents)} 元　`}
          <Link to={`/budget/execution?line=${view.id}`}>各季执行</Link>　 合同{" "}
          {view.contractNos.length === 0
            ? "还没有"
            : view.contractNos.map((no) => (
                <Link key={no} to={`/contracts?no=${encodeURIComponent(no)}`} className="jf-line-contract">
                  {no}
                </Link>
              ))}
        </span>
        <Button size="small" danger type="text" onClick={() => setVoiding(true)}>
          作废此行…
        </Button>
      </p>
      {voiding ? (
        <ReasonDialog
          title={`作废预算明细 ${view.name}`}
          text="作废后不再计入预算合计，记录仍然保留。"
          action="作废"
          label="作废原因"
          pending={discard.isPending}
          onCancel={() => setVoiding(false)}
          onConfirm={(reason) => discard.mutate({ id: view.id, reason })}
        />
      ) : null}
    </div>
  );
}
