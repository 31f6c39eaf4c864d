import { Select } from "antd";
import type { MonitoringTemplate } from "#shared/forms/templates/performance.ts";
import type { Offer } from "#shared/indicators/known/offers.ts";
import type { MonitoredIndicator } from "#shared/indicators/monitored.ts";
import { EntryRow, OutlookCell } from "../performance/EntryRow.tsx";
import { TextCell } from "../performance/TextCell.tsx";
import { actualFields, useActualRow } from "../performance/useActualRow.ts";

type Props = Readonly<{
  index: number;
  one: MonitoredIndicator;
  cutoff: string;
  offers: readonly Offer[];
  template: MonitoringTemplate;
}>;

/** One indicator of 绩效运行监控. */
export function MonitoringRow({ index, one, cutoff, offers, template }: Props) {
  const { indicator, actual, earlier } = one;
  const form = useActualRow(indicator.projectId, indicator.id, cutoff, {
    ...actualFields(actual),
    // What was put down for an earlier quarter is shown, and taken over only when somebody says so.
    ...(earlier ? { valueText: "", source: "" } : {}),
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
    <EntryRow
      index={index}
      indicator={indicator}
      form={form}
      offers={[...offers, ...past]}
      words={{ actual: "执行情况", reason: "原因说明" }}
      wanted={needsReason ? "请说明原因" : ""}
    >
      <td data-cell={`${index} expectedText`}>
        <TextCell form={form} name="expectedText" label={label("全年预计")} />
      </td>
      <OutlookCell
        place={`${index} outlook`}
        form={form}
        label={label("可能性")}
        options={template.outlooks}
      />
      <td data-cell={`${index} hindrances`}>
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
    </EntryRow>
  );
}
