import {
  addCents,
  type Cents,
  formatYuan,
  subtractCents,
  sumCents,
  zeroCents,
} from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Contract } from "#shared/model/contract.ts";
import { contractEnd, contractSum } from "#shared/schedule/contractTerm.ts";
import { isCallOff } from "#shared/schedule/family.ts";
import { roundedShare } from "#shared/schedule/spread.ts";
import { childrenOf } from "../store/agreements.ts";
import { findContract, supplementsOf } from "../store/contracts.ts";
import type { ReadableLedger } from "../store/types.ts";

/**
 * Refuses what takes more from a framework contract than it is worth (with its supplements and what may exceed it), and a
 * call-off outside its term. Called after a change, in its transaction.
 */
export async function assertWithinFramework(ledger: ReadableLedger, contractId: Id): Promise<void> {
  const contract = await findContract(ledger, contractId);
  if (contract === undefined) return;
  if (contract.kind === "framework") await assertFramework(ledger, contract, undefined);
  if (contract.parentContractId === null) return;
  const parent = await findContract(ledger, contract.parentContractId);
  if (parent !== undefined && isCallOff(contract, parent)) await assertFramework(ledger, parent, contract);
}

async function assertFramework(
  ledger: ReadableLedger,
  framework: Contract,
  callOff: Contract | undefined,
): Promise<void> {
  const supplements = await supplementsOf(ledger, framework.id);
  const end = contractEnd(framework, supplements);
  if (callOff !== undefined && (callOff.startDate < framework.startDate || callOff.startDate > end)) {
    throw new UserError({
      code: "refused",
      message: `框架合同${framework.contractNo}的期限为 ${framework.startDate} 至 ${end}，本合同从 ${callOff.startDate} 开始，不在期限内。`,
      hint: "请核对开始日期；框架合同已到期的，应先续签。",
    });
  }
  const sum = contractSum(framework, supplements);
  if (sum === null) return;
  const callOffs = (await childrenOf(ledger, framework.id)).filter((row) => isCallOff(row, framework));
  const amounts = await Promise.all(
    callOffs.map(async (row) => ({
      id: row.id,
      amount: contractSum(row, await supplementsOf(ledger, row.id)) ?? zeroCents,
    })),
  );
  const total = sumCents(amounts.map(({ amount }) => amount));
  const limit = addCents(sum, roundedShare(sum, framework.exceedBp));
  if (total <= limit) return;
  const own = sumCents(amounts.filter(({ id }) => id === callOff?.id).map(({ amount }) => amount));
  throw overdrawn(framework, { sum, limit, total, own });
}

type Figures = Readonly<{ sum: Cents; limit: Cents; total: Cents; own: Cents }>;

function overdrawn({ contractNo }: Contract, { sum, limit, total, own }: Figures): UserError {
  const others = subtractCents(total, own);
  return new UserError({
    code: "refused",
    message: `框架合同${contractNo}金额${formatYuan(sum)}元，已下单${formatYuan(others)}元${own > 0 ? `，本合同${formatYuan(own)}元` : ""}，合计超出${formatYuan(subtractCents(total, limit))}元。`,
    hint: "请调减本合同金额；确需增加的，先登记框架合同的补充协议。",
  });
}
