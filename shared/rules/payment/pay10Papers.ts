import type { Approval } from "../../model/contract.ts";
import type { Facts } from "../facts.ts";
import { groupBy } from "../indexing.ts";
import { hitsIn } from "../looking.ts";
import type { PaymentFact } from "../paymentFacts.ts";
import { defineRule } from "../rule.ts";
import { wordsIn } from "../wordList.ts";
import { ofPayment } from "../words.ts";

const known = "可填：合同、发票、验收单、审批单、清单、会议纪要";

export const pay10Papers = defineRule({
  id: "PAY-10",
  name: "附件不全",
  area: "付款",
  severity: "warn",
  description:
    "付款缺少附件目录中的材料。账本中有记录的（关联的合同、发票、验收单，审批人或审批单，会议纪要）就算有；审批单批准以后才查；合同不要求验收的不查验收单。",
  basis: "会计基础工作规范：原始凭证及附件应当齐全；附件目录由各单位规定",
  reads: ["payment", "allocation", "contract", "acceptance", "approval", "filedPaper"],
  params: {
    contractPapers: {
      label: `按合同付款的附件（${known}）`,
      kind: "text",
      default: "合同、发票、验收单、审批单",
      confirmed: false,
    },
    plainPapers: { label: "无合同付款的附件", kind: "text", default: "发票、审批单", confirmed: false },
    advancePapers: { label: "预付款的附件", kind: "text", default: "合同、审批单", confirmed: false },
  },
  check: (facts, { contractPapers, plainPapers, advancePapers }, { payments }) => {
    const lists = {
      contract: papersIn(contractPapers),
      plain: papersIn(plainPapers),
      advance: papersIn(advancePapers),
    };
    const desk = deskOf(facts);
    return hitsIn(payments, (payment) => {
      // Money that came back needs no papers of its own.
      if (payment.row.amountCents <= 0) return undefined;
      const papers = lists[typeOf(payment)];
      if (papers.every(({ isThere }) => isThere(payment, desk))) return undefined;
      const missing = papers.filter(({ isThere }) => !isThere(payment, desk)).map(({ word }) => word);
      return {
        subjects: [ofPayment(payment)],
        figures: { missing: missing.join("、"), missingCount: missing.length },
        message: `缺少附件：${missing.join("、")}。`,
        remedy: "请补齐后上传到付款单的附件，或在付款单中关联已录入的合同、发票、验收单。",
      };
    });
  },
});

const typeOf = ({ row, contract }: PaymentFact): "contract" | "plain" | "advance" => {
  if (row.isAdvance === 1) return "advance";
  return contract === undefined ? "plain" : "contract";
};

type Desk = Readonly<{
  facts: Facts;
  /** Approvals by the payment, the contract or the project they are for. */
  approvalsOf: (ownerId: string) => readonly Approval[];
}>;

function deskOf(facts: Facts): Desk {
  const approvals = facts.rows.approval.filter((row) => row.approvedOn <= facts.asOf);
  const owned = approvals.flatMap((row) =>
    [row.paymentId, row.contractId, row.projectId].flatMap((id) =>
      id === null ? [] : [{ id: String(id), row }],
    ),
  );
  const byOwner = groupBy(owned, ({ id }) => id);
  return { facts, approvalsOf: (ownerId) => byOwner.of(ownerId).map(({ row }) => row) };
}

type Paper = Readonly<{ word: string; isThere: (payment: PaymentFact, desk: Desk) => boolean }>;

const papersIn = (list: string): readonly Paper[] =>
  wordsIn(list).map((word) => ({ word, isThere: testFor(word) }));

/** A word that names none of the papers asks for nothing: the list is the office's own. */
function testFor(word: string): Paper["isThere"] {
  if (word.includes("合同")) return ({ contract }) => contract !== undefined;
  if (word.includes("发票")) return hasInvoice;
  if (/验收|考核/.test(word)) return hasAcceptance;
  if (word.includes("审批")) return hasApproval;
  if (word.includes("清单")) return hasList;
  if (/会议|纪要/.test(word)) return hasMinutes;
  return () => true;
}

const hasInvoice = ({ row, allocations }: PaymentFact, { facts }: Desk): boolean =>
  allocations.some((part) => part.invoiceId !== null) || facts.filed.has(row.id, "invoice");

/** One for the instalments, or, where there are none, for the contract at all. */
function hasAcceptance({ row, contract, instalmentUses }: PaymentFact, { facts }: Desk): boolean {
  if (contract === undefined || contract.row.acceptanceRequired === 0) return true;
  if (facts.filed.has(row.id, "acceptance")) return true;
  const asked = instalmentUses.filter(({ of, cents }) => cents > 0 && of.row.kind === "regular");
  if (asked.length === 0) return contract.acceptances.length > 0 || instalmentUses.length > 0;
  // At the beginning of a period there is nothing to be accepted yet: PAY-05 asks for the one before.
  return asked.every(
    ({ of: { row: instalment, contract: owner } }) =>
      instalment.periodTo >= row.requestedOn ||
      owner.acceptances.some(
        (paper) =>
          paper.instalmentId === instalment.id ||
          (paper.instalmentId === null &&
            paper.periodFrom <= instalment.periodTo &&
            paper.periodTo >= instalment.periodFrom),
      ),
  );
}

/** Before it is approved nobody can have signed; who approved it here is on record. */
const hasApproval = ({ row, state }: PaymentFact, { facts, approvalsOf }: Desk): boolean =>
  state === "draft" ||
  state === "pending" ||
  row.approvedBy.trim() !== "" ||
  facts.filed.has(row.id, "approval") ||
  approvalsOf(row.id).some(({ kind }) => kind === "approvalForm");

const hasList = ({ row, invoiceUses }: PaymentFact, { facts }: Desk): boolean =>
  facts.filed.has(row.id, "goodsList") || invoiceUses.some(({ of }) => facts.filed.has(of.id, "goodsList"));

const hasMinutes = ({ row, contract }: PaymentFact, { facts, approvalsOf }: Desk): boolean =>
  [row.id, contract?.row.id, row.projectId].some(
    (id) =>
      id !== undefined &&
      (facts.filed.has(id, "minutes") || approvalsOf(id).some(({ kind }) => kind === "minutes")),
  );
