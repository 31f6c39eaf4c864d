import { Select } from "antd";
import type { MonitoringTemplate } from "#shared/forms/templates/performance.ts";
import { hindrancesOf } from "#shared/indicators/hindrances.ts";
import type { Offer } from "#shared/indicators/known/offers.ts";
import type { MonitoredIndicator } from "#shared/indicators/monitored.ts";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { keepKeys } from "../../projects/budget/keepKeys.ts";
import { ActualInput } from "./ActualInput.tsx";
import { TextCell } from "./TextCell.tsx";
import { useActualRow } from "./useActualRow.ts";

type Props = Readonly<{
  index: number;
  one: MonitoredIndicator;
  cutoff: string;
  offers: readonly Offer[];
  template: MonitoringTemplate;
}>;

/** One indicator of 绩效运行监控. */
export function MonitoringRow({
  index,
  one: { indicator, actual, earlier },
  cutoff,
  offers,
  template,
}: Props) {
  const form = useActualRow(indicator.projectId, indicator.id, cutoff, {
    // What was put down for an earlier quarter is shown, and taken over only when somebody says so.
    valueText: earlier ? "" : (actual?.valueText ?? ""),
    source: earlier ? "" : (actual?.source ?? ""),
    outlook: actual?.outlook ?? "",
    reason: actual?.reason ?? "",
    expectedText: actual?.expectedText ?? "",
    score: actual?.score ?? null,
    hindrances: hindrancesOf(actual?.hindrancesJson),
  });
  const { values } = form;
  const [certain] = template.outlooks;
  const needsReason = values.outlook !== "" && values.outlook !== certain && values.reason.trim() === "";
  const label = (column: string) => `${indicator.name}${column}`;
  const past =
    earlier && actual !== undefined
      ? [{ valueText: actual.valueText, source: `${actual.periodTo} 填写的完成值` }]
      : [];
  return (
    <>
      <tr>
        <th scope="row">
          {indicator.name}
          <small>{indicator.level2}</small>
        </th>
        <td className="jf-grid-figure">{indicator.valueText}</td>
        <td data-cell={`${index} valueText`}>
          <ActualInput form={form} label={label("执行情况")} offers={[...offers, ...past]} />
        </td>
        <td data-cell={`${index} expectedText`}>
          <TextCell form={form} name="expectedText" label={label("全年预计")} />
        </td>
        <td data-cell={`${index} outlook`} onKeyDown={keepKeys}>
          <Select
            variant="borderless"
            aria-label={label("可能性")}
            allowClear
            value={values.outlook === "" ? null : values.outlook}
            options={template.outlooks.map((word) => ({ value: word, label: word }))}
            onChange={(outlook: string | undefined) => form.choose({ outlook: outlook ?? "" })}
          />
        </td>
        <td data-cell={`${index} hindrances`} onKeyDown={keepKeys}>
          <Select
            variant="borderless"
            mode="multiple"
            aria-label={label("偏差原因类别")}
            maxTagCount="responsive"
            value={[...values.hindrances]}
            options={template.hindrances.map((word) => ({ value: word, label: word }))}
            onChange={(hindrances: string[]) => form.choose({ hindrances })}
          />
        </td>
        <td data-cell={`${index} reason`} className={needsReason ? "jf-entry-needed" : ""}>
          <TextCell
            form={form}
            name="reason"
            label={label("原因说明")}
            placeholder={needsReason ? "请说明原因" : ""}
          />
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
