import type { DeviceRegister } from "#shared/api/rentals.ts";
import { addMonths, firstDay, formatPeriodText, type IsoDate, lastDay } from "#shared/kernel/dates.ts";
import type { Device } from "#shared/model/contract.ts";
import { isInService } from "#shared/rentals/devices.ts";
import type { ServiceDifference } from "#shared/rentals/serviceDifference.ts";
import type { TableColumn } from "../../../components/table/column.ts";

const stateOf = (device: Device, today: IsoDate): string =>
  isInService(device, today) ? "在用" : device.inOn > today ? "未启用" : "已退还";

export const deviceTable = (today: IsoDate): readonly TableColumn<Device>[] => [
  { key: "deviceNo", title: "编号", kind: "text", width: 130, value: (row) => row.deviceNo },
  { key: "model", title: "型号", kind: "text", width: 160, grow: 1, value: (row) => row.model },
  { key: "holder", title: "持有人", kind: "text", width: 120, grow: 1, value: (row) => row.holder },
  { key: "inOn", title: "启用日期", kind: "date", width: 104, value: (row) => row.inOn },
  { key: "outOn", title: "最后在用日", kind: "date", width: 112, value: (row) => row.outOn },
  { key: "state", title: "状态", kind: "text", width: 84, value: (row) => stateOf(row, today) },
  { key: "note", title: "备注", kind: "text", width: 180, grow: 2, value: (row) => row.note },
];

/** "2022年9月至12月数量段 26 台、台账 24 台": months that follow each other with the same difference in one. */
export function differenceWords({ differences, rental: { unitName } }: DeviceRegister): string {
  const runs: { first: ServiceDifference; last: ServiceDifference }[] = [];
  for (const difference of differences) {
    const run = runs.at(-1);
    const goesOn =
      run !== undefined &&
      addMonths(run.last.month, 1) === difference.month &&
      run.first.agreed === difference.agreed &&
      run.first.inService === difference.inService;
    if (goesOn) run.last = difference;
    else runs.push({ first: difference, last: difference });
  }
  const words = runs.slice(0, shownRuns).map(({ first, last }) => {
    const counter = first.counts === "deviceDays" ? `${unitName}·天` : unitName;
    const months = formatPeriodText(firstDay(first.month), lastDay(last.month));
    return `${months}数量段 ${first.agreed} ${counter}、台账 ${first.inService} ${counter}`;
  });
  return `${words.join("；")}${runs.length > shownRuns ? "……" : "。"}`;
}

const shownRuns = 3;
