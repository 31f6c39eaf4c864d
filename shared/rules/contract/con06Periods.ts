import { daysBetween } from "../../kernel/dates.ts";
import type { ContractFact, InstalmentFact } from "../contractFacts.ts";
import { groupBy } from "../indexing.ts";
import { defineRule, type Hit } from "../rule.ts";
import { instalmentName, ofContract, ofInstalment } from "../words.ts";

export const con06Periods = defineRule({
  id: "CON-06",
  name: "计划期间重叠/缺口",
  area: "合同",
  severity: "warn",
  description: "按季、按月合同相邻两期的期间重叠，或中间有缺口；有多项月租的按每项分别核对。",
  basis: "付款计划应覆盖合同期限且不重复",
  reads: ["contract", "instalment"],
  params: {},
  check: (_facts, _params, { contracts }) =>
    contracts
      .filter(({ row }) => row.kind === "quarterly" || row.kind === "monthly")
      .flatMap((contract) => lanes(contract).flatMap((lane) => seams(contract, lane))),
});

function lanes(contract: ContractFact): readonly (readonly InstalmentFact[])[] {
  const regular = contract.instalments.filter(({ row }) => row.kind === "regular");
  const byRental = groupBy(regular, ({ row }) => row.rentalId ?? "");
  return [...new Set(regular.map(({ row }) => row.rentalId ?? ""))].map((key) => byRental.of(key));
}

const seams = (contract: ContractFact, lane: readonly InstalmentFact[]): readonly Hit[] =>
  lane.slice(1).flatMap((next, index) => {
    const before = lane[index];
    if (before === undefined) return [];
    const days = daysBetween(before.row.periodTo, next.row.periodFrom);
    if (days === 1) return [];
    const word = days < 1 ? "重叠" : "中断";
    return {
      subjects: [ofContract(contract), ofInstalment(before), ofInstalment(next)],
      figures: { endDate: before.row.periodTo, nextStartDate: next.row.periodFrom },
      message: `第${before.row.seq}期（${instalmentName(before.row)}）与第${next.row.seq}期（${instalmentName(next.row)}）${word}。`,
      remedy: "请修改期次的起止日期，或重新生成付款计划。",
    };
  });
