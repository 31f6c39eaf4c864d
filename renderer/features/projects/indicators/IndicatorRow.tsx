import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { type ReactNode, type RefCallback, useCallback, useId, useState } from "react";
import type { BudgetLineView } from "#shared/api/projects.ts";
import type { ValueStyle } from "#shared/indicators/value.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import { type IndicatorFields, valueReading } from "./indicatorFields.ts";
import { RowHandle, takesRows } from "./RowHandle.tsx";
import { useIndicatorSave } from "./useIndicatorSave.ts";

type Props = Readonly<{
  index: number;
  indicator: IndicatorFields;
  /** A link led here. */
  wanted: boolean;
  onCreated: (id: Id) => void;
  style: ValueStyle;
  lines: readonly BudgetLineView[];
  /** Alt with an arrow: one place up or down among those of its level; with Shift, to the level before or after. */
  onMove: (step: -1 | 1, toLevel: boolean) => void;
  /** Another one was dropped on it, to stand before it. */
  onDropped: (id: Id) => void;
}>;

type TextColumn = "name" | "valueText" | "baseValue" | "evidence";

/** One 三级指标 with its value. */
export function IndicatorRow({ index, indicator, wanted, onCreated, style, lines, ...props }: Props) {
  const form = useIndicatorSave(indicator, onCreated);
  const [voiding, setVoiding] = useState(false);
  const discard = useApiMutation("projects.voidIndicator", { onSuccess: () => setVoiding(false) });
  const { values } = form;
  const reading = valueReading(values, style);
  const helpId = useId();
  const show = useCallback<RefCallback<HTMLTableRowElement>>(
    (row) => {
      if (wanted) row?.scrollIntoView({ block: "center" });
    },
    [wanted],
  );
  const text = (column: TextColumn, label: string, more?: ReactNode) => (
    <td data-cell={`${index} ${column}`}>
      <Input
        variant="borderless"
        aria-label={`第 ${index + 1} 项${label}`}
        autoFocus={column === "name" && indicator.id === null}
        title={values[column]}
        placeholder={column === "name" ? "三级指标名称" : ""}
        suffix={more}
        aria-describedby={column === "valueText" ? helpId : undefined}
        value={values[column]}
        onChange={(event) => form.type({ [column]: event.target.value })}
        onBlur={form.commit}
      />
      {column === "valueText" ? (
        <span id={helpId} className="jf-value-help">
          {reading.help}
        </span>
      ) : null}
    </td>
  );
  return (
    <>
      <tr
        ref={show}
        className={wanted ? "jf-grid-open" : ""}
        {...takesRows((id) => props.onDropped(asId(id)))}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
          event.preventDefault();
          event.stopPropagation();
          props.onMove(event.key === "ArrowUp" ? -1 : 1, event.shiftKey);
        }}
      >
        {text("name", "三级指标")}
        {text(
          "valueText",
          "年度指标值",
          // Always there: a field that gets a suffix while it is typed in would lose the cursor.
          <span className="jf-reading" title={reading.help}>
            {values.name === "" ? "" : reading.sign}
          </span>,
        )}
        <td data-cell={`${index} weight`}>
          <DecimalInput
            variant="borderless"
            aria-label={`第 ${index + 1} 项权重`}
            value={values.weight}
            onChange={(weight) => form.choose({ weight })}
          />
        </td>
        {text("baseValue", "基期值")}
        {text("evidence", "依据")}
        <td data-cell={`${index} budgetLineId`}>
          <Select
            variant="borderless"
            aria-label={`第 ${index + 1} 项对应预算`}
            allowClear
            popupMatchSelectWidth={false}
            value={values.budgetLineId}
            options={lines.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: Id | null | undefined) => form.choose({ budgetLineId: id ?? null })}
          />
        </td>
        <td className="jf-col-more">
          {values.id === null ? null : <RowHandle id={values.id} name={values.name} />}
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`作废指标 ${values.name}`}
            title="作废"
            disabled={values.id === null}
            onClick={() => setVoiding(true)}
          />
          {voiding && values.id !== null ? (
            <ReasonDialog
              title={`作废指标 ${values.name}`}
              text="作废后不再出现在申报表上，记录仍然保留。"
              action="作废"
              label="作废原因"
              pending={discard.isPending}
              onCancel={() => setVoiding(false)}
              onConfirm={(reason) => values.id !== null && discard.mutate({ id: values.id, reason })}
            />
          ) : null}
        </td>
      </tr>
      {form.failure === null ? null : (
        <tr className="jf-grid-note">
          <td colSpan={7}>
            <RecordSign form={form} />
          </td>
        </tr>
      )}
    </>
  );
}
