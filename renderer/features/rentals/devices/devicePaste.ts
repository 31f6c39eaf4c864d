import type { ApiInput } from "#shared/api/contract.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { PasteColumn, PastedLine } from "../../../components/pasteTable.ts";

export type DeviceKey = "deviceNo" | "model" | "holder" | "inOn" | "outOn" | "note";

export const deviceColumns: readonly PasteColumn<DeviceKey>[] = [
  { key: "deviceNo", title: "编号", needed: true, also: ["设备编号", "设备号", "机号", "序列号"] },
  { key: "model", title: "型号", also: ["规格型号", "设备型号"] },
  { key: "holder", title: "持有人", also: ["使用人", "领用人", "姓名"] },
  { key: "inOn", title: "启用日期", kind: "date", also: ["领用日期", "起租日期"] },
  { key: "outOn", title: "最后在用日", kind: "date", also: ["退还日期", "停用日期", "退租日期"] },
  { key: "note", title: "备注", also: ["说明"] },
];

type Devices = ApiInput<"devices.add">["devices"];

/** Pasted devices as they are registered; those without a day came on `inOn`. */
export const toDevices = (lines: readonly PastedLine<DeviceKey>[], inOn: IsoDate): Devices =>
  lines.map((line) => ({
    deviceNo: line.text("deviceNo"),
    model: line.text("model"),
    holder: line.text("holder"),
    inOn: line.date("inOn") ?? inOn,
    outOn: line.date("outOn"),
    note: line.text("note"),
  }));
