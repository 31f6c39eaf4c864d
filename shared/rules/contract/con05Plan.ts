import { type Cents, subtractCents, sumCents } from "../../kernel/cents.ts";
import type { Contract } from "../../model/contract.ts";
import { contractSum } from "../../schedule/contractTerm.ts";
import type { ContractFact } from "../contractFacts.ts";
import { defineRule } from "../rule.ts";
import { absoluteCents, ofContract, yuan } from "../words.ts";

/** Contracts paid as needed state a cap, not a sum that a plan could add up to. */
const plannedKinds: ReadonlySet<Contract["kind"]> = new Set(["quarterly", "monthly", "milestone", "oneOff"]);

export const con05Plan = defineRule({
  id: "CON-05",
  name: "合同金额≠付款计划",
  area: "合同",
  severity: "block",
  description: "有固定金额的合同，各付款期次合计不等于合同金额（含补充协议）。",
  basis: "合同约定的价款与付款安排应当一致",
  reads: ["contract", "supplement", "instalment"],
  params: {},
  check: (_facts, _params, { contracts }) =>
    contracts.flatMap((contract) => {
      const { sumCents: sum } = contract;
      if (sum === null || !plannedKinds.has(contract.row.kind) || isUnplanned(contract)) return [];
      const planned = sumCents(contract.instalments.map(({ row }) => row.amountCents));
      if (planned === sum || planned === signedSum(contract)) return [];
      const difference = subtractCents(planned, sum);
      return {
        subjects: [ofContract(contract)],
        figures: { planCents: planned, contractCents: sum, differenceCents: difference },
        message: `付款计划合计${yuan(planned)}，与合同金额${yuan(sum)}相差${yuan(absoluteCents(difference))}。`,
        remedy: "请在合同中重新生成付款计划，或调整各期金额，使合计等于合同金额（含补充协议）。",
      };
    }),
});

/** The plan may already hold a supplement that is signed and takes effect later. */
const signedSum = (contract: ContractFact): Cents | null => contractSum(contract.row, contract.supplements);

/** One payment needs no plan. */
const isUnplanned = ({ row, instalments }: ContractFact): boolean =>
  row.kind === "oneOff" && instalments.length === 0;
