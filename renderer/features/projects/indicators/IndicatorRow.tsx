import { DeleteOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { type ReactNode, type RefCallback, useCallback, useState } from "react";
import type { Id } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";
import { type IndicatorFields, valueReading } from "./indicatorFields.ts";
import { useIndicatorSave } from "./useIndicatorSave.ts";

type Props = Readonly<{
  index: number;
  indicator: IndicatorFields;
  /** A link led here. */
  wanted: boolean;
  onCreated: (id: Id) => void;
}>;

type TextColumn = "name" | "valueText" | "baseValue" | "evidence";

/** One 三级指标 with its value. */
export function IndicatorRow({ index, indicator, wanted, onCreated }: Props) {
  const form = useIndicatorSave(indicator, onCreated);
  const [voiding, setVoiding] = useState(false);
  const discard = useApiMutation("projects.voidIndicator", { onSuccess: () => setVoiding(false) });
  const { values } = form;
  const reading = valueReading(values.valueText, values.baseValue);
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
        placeholder={column === "name" ? "三级指标名称" : ""}
        suffix={more}
        value={values[column]}
        onChange={(event) => form.type({ [column]: event.target.value })}
        onBlur={form.commit}
      />
    </td>
  );
  return (
    <>
      <tr ref={show} className={wanted ? "jf-grid-open" : ""}>
        {text("name", "三级指标")}
        {text(
          "valueText",
          "年度指标值",
          // Always there: a field that gets a suffix while it is typed in would lose the cursor.
          <span className="jf-reading" title={reading}>
            {reading === "" || values.name === "" ? "" : values.valueText === "" ? "待填" : "待核"}
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
        <td className="jf-col-more">
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
          <td colSpan={6}>
            <RecordSign form={form} />
          </td>
        </tr>
      )}
    </>
  );
}
