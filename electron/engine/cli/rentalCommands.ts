import { formatYuan, sumCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { isInService } from "#shared/rentals/devices.ts";
import type { Context } from "../context.ts";
import { getNeed, listNeeds } from "../needs/getNeed.ts";
import { deviceRegister } from "../rentals/deviceRegister.ts";
import { rentalMatrix } from "../rentals/rentalMatrix.ts";
import { found } from "../store/found.ts";
import type { Command } from "./command.ts";
import { scopeOf } from "./scopeOptions.ts";
import { textTable } from "./textTable.ts";

const scopeShape = { year: "text", project: "text" } as const;

/** The id of a need or a rental by its name, in the scope asked for. */
function idNamed(
  rows: readonly Readonly<{ id: Id; name: string }>[],
  table: "need" | "rental",
  name: string,
): Id {
  return found(
    rows.find((row) => row.name === name),
    table,
    `“${name}”`,
  ).id;
}

const matrixOf = async (context: Context, args: Parameters<typeof scopeOf>[1]) =>
  rentalMatrix(context, await scopeOf(context, args, undefined));

/** 月租、设备、其他需求 from a terminal; changes go through `call`. */
export const rentalCommands: readonly Command[] = [
  {
    name: "list rentals",
    usage: "list rentals [--year 年度] [--project 项目编码] --db 账本",
    summary: "月租按月的数量、单价、应付、已开票和已付",
    shape: { words: [], options: scopeShape },
    run: async ({ args, withLedger }) => {
      const { months, rows } = await withLedger((context) => matrixOf(context, args));
      return {
        data: rows.map(({ rental, contractNo, vendorName, devicesInService, differences, cells }) => ({
          name: rental.name,
          contractNo,
          vendorName,
          devicesInService,
          differences,
          months: cells.map(({ instalmentId, ...cell }) => cell),
        })),
        text: textTable(rows, [
          { title: "月租", value: (row) => row.rental.name },
          { title: "合同", value: (row) => row.contractNo },
          ...months.map((month, index) => ({
            title: month.slice(5),
            value: ({ cells }: (typeof rows)[number]) => {
              const cell = cells[index];
              if (cell === undefined || cell.quantity === null) return "";
              return `${cell.quantity}×${cell.unitPrice}${cell.free ? "免" : ""}`;
            },
          })),
          {
            title: "全年应付（元）",
            value: (row) => ({ cents: sumCents(row.cells.map((cell) => cell.dueCents)) }),
          },
        ]),
      };
    },
  },
  {
    name: "list devices",
    usage: "list devices 月租名称 [--year 年度] [--project 项目编码] --db 账本",
    summary: "一项月租的设备台账，以及与数量段不一致的月份",
    shape: { words: ["月租名称"], options: scopeShape },
    run: async ({ args, withLedger }) => {
      const name = args.word("月租名称");
      const { register, today } = await withLedger(async (context) => {
        const { rows } = await matrixOf(context, args);
        const rentals = rows.map((row) => row.rental);
        return {
          register: await deviceRegister(context, idNamed(rentals, "rental", name)),
          today: context.clock.today(),
        };
      });
      const { devices, inServiceToday, differences } = register;
      return {
        data: {
          inServiceToday,
          differences,
          devices: devices.map(({ deviceNo, model, holder, inOn, outOn, note }) => ({
            deviceNo,
            model,
            holder,
            inOn,
            outOn,
            note,
          })),
        },
        text: [
          textTable(devices, [
            { title: "编号", value: (row) => row.deviceNo },
            { title: "型号", value: (row) => row.model },
            { title: "持有人", value: (row) => row.holder },
            { title: "启用", value: (row) => row.inOn },
            { title: "最后在用", value: (row) => row.outOn ?? "" },
            { title: "状态", value: (row) => (isInService(row, today) ? "在用" : "") },
          ]),
          `今日在用 ${inServiceToday}`,
          ...differences.map((row) => `${row.month} 数量段 ${row.agreed}，台账 ${row.inService}`),
        ].join("\n"),
      };
    },
  },
  {
    name: "list needs",
    usage: "list needs [--year 年度] [--project 项目编码] --db 账本",
    summary: "其他需求：计划、已发、剩余和应发人数",
    shape: { words: [], options: scopeShape },
    run: async ({ args, withLedger }) => {
      const needs = await withLedger(async (context) =>
        listNeeds(context, await scopeOf(context, args, undefined)),
      );
      return {
        data: needs,
        text: textTable(needs, [
          { title: "名称", value: (row) => row.name },
          { title: "单位", value: (row) => row.unitName },
          { title: "计划", value: (row) => row.plannedQuantity ?? "" },
          { title: "已发", value: (row) => row.issuedQuantity },
          { title: "剩余", value: (row) => row.leftQuantity ?? "" },
          { title: "应发人数", value: (row) => (row.dueCount === null ? "" : String(row.dueCount)) },
          {
            title: "计划金额（元）",
            value: (row) => (row.plannedCents === null ? "" : { cents: row.plannedCents }),
          },
        ]),
      };
    },
  },
  {
    name: "list people-due",
    usage: "list people-due 需求名称 [--year 年度] [--project 项目编码] --db 账本",
    summary: "按人配发的需求的应发名单和原因，以及尺码汇总",
    shape: { words: ["需求名称"], options: scopeShape },
    run: async ({ args, withLedger }) => {
      const name = args.word("需求名称");
      const { people, sizes, need } = await withLedger(async (context) => {
        const needs = await listNeeds(context, await scopeOf(context, args, undefined));
        return getNeed(context, idNamed(needs, "need", name));
      });
      return {
        data: {
          people: people.map(({ staff, state, quantity, lastOn, reason, amountCents }) => ({
            staffNo: staff.staffNo,
            name: staff.name,
            size: staff.size,
            state,
            quantity,
            lastOn,
            reason,
            amountCents,
          })),
          sizes,
        },
        text: [
          textTable(people, [
            { title: "工号", value: (row) => row.staff.staffNo },
            { title: "姓名", value: (row) => row.staff.name },
            { title: "尺码", value: (row) => row.staff.size },
            { title: "应发", value: (row) => (row.quantity === "0" ? "" : row.quantity) },
            { title: "原因", value: (row) => row.reason },
          ]),
          `应发 ${need.dueCount ?? 0} 人，${need.plannedCents === null ? "" : `${formatYuan(need.plannedCents)} 元`}`,
          ...sizes.map(({ size, people: count, quantity }) => `${size || "未登记"}：${count} 人 ${quantity}`),
        ].join("\n"),
      };
    },
  },
];
