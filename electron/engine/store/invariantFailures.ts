import type { Database } from "better-sqlite3";
import { cents, formatYuan } from "#shared/kernel/cents.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { tableLabels } from "#shared/model/labels.ts";
import { nameOfRow } from "./nameOfRow.ts";

type Sentence = Readonly<{ code: "refused" | "conflict"; message: string; hint: string }>;
type NameOf = (table: string, id: string) => string;

const labelOf = (table: string): string =>
  Object.entries(tableLabels).find(([name]) => name === table)?.[1] ?? table;
const yuan = (text: string): string => `${formatYuan(cents(Number(text)))} 元`;

/** A sentence for every code that a trigger of the ledger fails with. */
const sentences: Readonly<Record<string, (details: readonly string[], nameOf: NameOf) => Sentence>> = {
  allocationExceedsPayment: ([id = "", total = "0", limit = "0"], nameOf) => ({
    code: "refused",
    message: `${nameOf("payment", id)}的分摊合计 ${yuan(total)}，超过付款金额 ${yuan(limit)}。`,
    hint: "请先调小或删除这笔付款的其他分摊。",
  }),
  allocationExceedsInstalment: ([id = "", total = "0", limit = "0"], nameOf) => ({
    code: "refused",
    message: `${nameOf("instalment", id)}的已批、已付分摊合计 ${yuan(total)}，超过扣款后应付的 ${yuan(limit)}。`,
    hint: "请核对期次金额和考核扣款，或把多出的部分分摊到其他期次。",
  }),
  allocationExceedsInvoice: ([id = "", total = "0", limit = "0"], nameOf) => ({
    code: "refused",
    message: `${nameOf("invoice", id)}的已批、已付分摊合计 ${yuan(total)}，超过价税合计 ${yuan(limit)}。`,
    hint: "请核对是否重复付款；多出的部分应分摊到其他发票。",
  }),
  yearClosed: ([year = "", table = ""]) => ({
    code: "refused",
    message: `${year} 年度已关账，${labelOf(table)}不能再改动。`,
    hint: "确需更正的，请在设置里写明原因重新打开该年度。",
  }),
  paidInClosedYear: ([year = "", id = ""], nameOf) => ({
    code: "refused",
    message: `${nameOf("invoice", id)}已用于 ${year} 年度的付款，该年度已关账，金额不能再改动。`,
    hint: "确需更正的，请在设置里写明原因重新打开该年度。",
  }),
  refersToVoid: ([child = "", , parent = "", parentId = ""], nameOf) => ({
    code: "refused",
    message: `${nameOf(parent, parentId)}已作废，${labelOf(child)}不能再使用它。`,
    hint: "请改选有效的记录。",
  }),
  stillReferred: ([parent = "", parentId = "", child = "", childId = ""], nameOf) => ({
    code: "refused",
    message: `${nameOf(parent, parentId)}还在使用：${nameOf(child, childId).trim()}。`,
    hint: `请先作废或改动用到它的${labelOf(child)}，再作废这条${labelOf(parent)}。`,
  }),
  undeletable: ([table = ""]) => ({
    code: "refused",
    message: `${labelOf(table)}不能删除。`,
    hint: "请改为作废并写明原因。",
  }),
  frozen: ([table = ""]) => ({
    code: "refused",
    message: `${labelOf(table)}定稿后不能改动。`,
    hint: "需要更正的，请另存一个新的版本。",
  }),
  brokenChain: ([seq = ""]) => ({
    code: "conflict",
    message: `第 ${seq} 条变更记录接不上前一条，没有保存。`,
    hint: "变更记录可能被其他程序改动过，请从备份恢复后再试。",
  }),
};

/**
 * Reads what a trigger failed with, `jingfei:code|…`, and says it in a sentence that calls the objects by name where the
 * database is at hand. `undefined` for a message of another kind.
 */
export function brokenInvariant(message: string, database: Database | undefined): UserError | undefined {
  const match = /^jingfei:(\w+)(?:\|(.*))?$/s.exec(message);
  const sentence = sentences[match?.[1] ?? ""];
  if (match === null || sentence === undefined) return undefined;
  const nameOf: NameOf = (table, id) =>
    // A number is set off from the words after it.
    (database === undefined ? undefined : nameOfRow(database, table, id))?.replace(/\w$/, "$& ") ??
    `这条${labelOf(table)}`;
  const said = sentence((match[2] ?? "").split("|"), nameOf);
  return new UserError({ ...said, details: { invariant: match[1] ?? "" } });
}
