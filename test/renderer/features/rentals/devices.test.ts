import { describe, expect, it } from "vitest";
import { type DeviceRegister, rentalRoutes } from "#shared/api/rentals.ts";
import { isoDate, yearMonth } from "#shared/kernel/dates.ts";
import { decimal } from "#shared/kernel/decimal.ts";
import type { ServiceDifference } from "#shared/rentals/serviceDifference.ts";
import { readPastedTable } from "../../../../renderer/components/pasteTable.ts";
import { deviceColumns, toDevices } from "../../../../renderer/features/rentals/devices/devicePaste.ts";
import { deviceTable, differenceWords } from "../../../../renderer/features/rentals/devices/deviceTable.ts";
import { row } from "./views.ts";

const today = isoDate("2022-07-08");

describe("pasted devices", () => {
  it("come on the day that is given where they have none, as the engine takes them", () => {
    const { lines } = readPastedTable(
      "设备编号\t使用人\t起租日期\nA-1\t网格员01\t2022年1月1日\nA-2\t\t",
      deviceColumns,
    );
    const devices = toDevices(lines, today);
    expect(devices.map(({ deviceNo, holder, inOn, outOn }) => [deviceNo, holder, inOn, outOn])).toEqual([
      ["A-1", "网格员01", "2022-01-01", null],
      ["A-2", "", "2022-07-08", null],
    ]);
    expect(rentalRoutes["devices.add"].input.safeParse({ rentalId: "r", devices }).success).toBe(true);
  });
});

describe("the register", () => {
  it("says where each device stands today", () => {
    const column = deviceTable(today).find(({ key }) => key === "state");
    const device = (inOn: string, outOn: string | null) => ({
      ...toDevices(readPastedTable("A", deviceColumns).lines, today)[0],
      id: "d",
      rentalId: "r",
      inOn: isoDate(inOn),
      outOn: outOn === null ? null : isoDate(outOn),
      voidedAt: null,
      voidReason: null,
    });
    const states = [
      device("2022-07-08", null),
      device("2022-01-01", "2022-07-08"),
      device("2022-01-01", "2022-07-07"),
      device("2022-07-09", null),
    ];
    expect(states.map((each) => column?.value(each as Parameters<typeof column.value>[0]))).toEqual([
      "在用",
      "在用",
      "已退还",
      "未启用",
    ]);
  });

  it("says of months that follow each other with the same difference once", () => {
    const differences = (["2022-09", "2022-10", "2022-12"] as const).map(
      (month): ServiceDifference => ({
        month: yearMonth(month),
        counts: "devices",
        agreed: decimal("26"),
        inService: decimal("24"),
      }),
    );
    const register: DeviceRegister = {
      rental: row("记录仪", []).rental,
      contractNo: "HT-1",
      vendorName: "",
      devices: [],
      inServiceToday: 24,
      isPriced: true,
      differences,
    };
    expect(differenceWords(register)).toBe(
      "2022年9月至2022年10月数量段 26 台、台账 24 台；2022年12月数量段 26 台、台账 24 台。",
    );
    const byDay = {
      ...register,
      differences: [{ ...differences[0], counts: "deviceDays" } as ServiceDifference],
    };
    expect(differenceWords(byDay)).toBe("2022年9月数量段 26 台·天、台账 24 台·天。");
  });
});
