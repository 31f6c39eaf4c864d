import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useRef, useState } from "react";
import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import type { ContractPrice } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { ItemLine } from "./ItemLine.tsx";
import {
  draftOfMeasure,
  type ItemDraft,
  inPeriod,
  leftOfCap,
  type MeasureDraft,
  measureInput,
  newMeasure,
  problemsOfMeasure,
  totalOf,
} from "./measureDraft.ts";

type Props = Readonly<{
  detail: ContractDetail;
  /** Its own, and those of the framework it was called off from. */
  prices: readonly ContractPrice[];
  /** Null for a new one. */
  instalment: InstalmentView | null;
  onClose: () => void;
}>;

/** 据实计量: quantities of a period by the agreed prices, which make up one instalment. */
export function MeasureForm({ detail, prices, instalment, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const made = useRef(0);
  const [first] = useState<MeasureDraft>(() =>
    instalment === null
      ? newMeasure(
          prices,
          today,
          detail.contract.endNow,
          detail.instalments.map((row) => row.label),
        )
      : draftOfMeasure(instalment, detail.measured),
  );
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const problems = tried ? problemsOfMeasure(draft) : null;
  const save = useApiMutation("contracts.saveMeasurement", {
    onSuccess: () => {
      done(`${draft.label}已保存`);
      onClose();
    },
  });
  const setItem = (index: number, changes: Partial<ItemDraft>) =>
    setDraft((now) => ({
      ...now,
      items: now.items.with(index, { ...now.items[index], ...changes } as ItemDraft),
    }));
  const addFree = () => {
    made.current += 1;
    const line = { key: `free ${made.current}`, contractPriceId: null, name: "", unitName: "" };
    setDraft((now) => ({ ...now, items: [...now.items, { ...line, quantity: null, unitPrice: null }] }));
  };
  const left = leftOfCap(detail, draft.id);
  const total = totalOf(draft.items);
  return (
    <FormDialog
      title={instalment === null ? "登记据实计量" : `修改计量 ${instalment.label}`}
      width={760}
      pending={save.isPending}
      changed={draft !== first}
      problem={problems?.text ?? ""}
      onSubmit={() => {
        setTried(true);
        const input = measureInput(detail.contract.id, draft);
        if (input !== null) save.mutate(input);
      }}
      onClose={onClose}
    >
      <FieldGroup columns={3}>
        <Field label="名称" needed problem={problems?.fields.get("label")}>
          {(id) => (
            <Input
              id={id}
              value={draft.label}
              onChange={(event) => setDraft({ ...draft, label: event.target.value })}
            />
          )}
        </Field>
        <Field label="期间起" needed problem={problems?.fields.get("periodFrom")}>
          {(id) => (
            <DateInput
              id={id}
              value={draft.periodFrom}
              onChange={(periodFrom) => setDraft((now) => inPeriod(now, prices, { periodFrom }))}
            />
          )}
        </Field>
        <Field label="期间止" needed problem={problems?.fields.get("periodTo")}>
          {(id) => (
            <DateInput
              id={id}
              value={draft.periodTo}
              onChange={(periodTo) => setDraft((now) => inPeriod(now, prices, { periodTo }))}
            />
          )}
        </Field>
      </FieldGroup>
      <table className="jf-plan-table jf-edit-table">
        <thead>
          <tr>
            <th>品名（服务）</th>
            <th>单位</th>
            <th className="jf-right">单价（元）</th>
            <th className="jf-right">数量</th>
            <th className="jf-right">金额（元）</th>
          </tr>
        </thead>
        <tbody>
          {draft.items.map((item, index) => (
            <ItemLine
              key={item.key}
              item={item}
              missing={problems?.items.get(item.key) ?? nothing}
              autoFocus={index === 0}
              onChange={(changes) => setItem(index, changes)}
            />
          ))}
        </tbody>
      </table>
      <p
        className={
          problems !== null && draft.items.length === 0
            ? "jf-edit-foot jf-num jf-field-wrong"
            : "jf-edit-foot jf-num"
        }
      >
        <Button size="small" icon={<PlusOutlined />} onClick={addFree}>
          增加约定之外的一项
        </Button>
        <span className="jf-spacer" />
        <span>
          本期合计 <Amount value={total} strong /> 元
        </span>
        {left === null ? null : (
          <span className={total > left ? "jf-status-block" : "jf-soft"}>
            上限余额 <Amount value={left} /> 元
          </span>
        )}
      </p>
    </FormDialog>
  );
}

const nothing: readonly never[] = [];
