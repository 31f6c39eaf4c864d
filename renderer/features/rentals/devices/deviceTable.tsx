import type { DeviceRegister } from "#shared/api/rentals.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { formatMonthText } from "#shared/kernel/dates.ts";
import type { Device } from "#shared/model/contract.ts";
import { isInService } from "#shared/rentals/devices.ts";
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

/** "2022年11月 26≠25": the months in which another number is let than is in service. */
export function differenceWords({ differences, rental }: DeviceRegister): string {
  const unit = rental.unitName;
  return differences
    .slice(0, 3)
    .map(({ month, counts, agreed, inService }) => {
      const counter = counts === "deviceDays" ? `${unit}·天` : unit;
      return `${formatMonthText(month)}数量段 ${agreed} ${counter}、台账 ${inService} ${counter}`;
    })
    .join("；");
}
