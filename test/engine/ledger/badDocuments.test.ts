import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadLedger } from "#engine/ledger/loadLedger.ts";
import { cents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { everyTable } from "../store/everyTable.ts";
import { invoiceRow } from "../store/rowsOf.ts";
import { clock, failureOf, testFolder } from "../store/testLedger.ts";

/** What loading this text says. No file may be left of it. */
async function refusalOf(document: string): Promise<object> {
  const path = join(testFolder(), "载入.jingfei");
  const { code, message, hint, details } = await failureOf(() => loadLedger({ path, clock, document }));
  expect(hint).toMatch(/。$/);
  expect(readdirSync(dirname(path))).toEqual([]);
  return { code, message, details };
}

type Tables = Record<keyof LedgerDocument["tables"], Record<string, unknown>[]>;

/** The document with something changed in it that its type would not let through. */
function changed(change: (tables: Tables, document: Record<string, unknown>) => void): string {
  const document: unknown = everyTable();
  const { tables } = document as { tables: Tables };
  change(tables, document as Record<string, unknown>);
  return JSON.stringify(document);
}

describe("a text that is no document", () => {
  it.each([
    ["", "不是完整的 JSON，可能没有复制完，或选错了文件。"],
    [JSON.stringify(everyTable()).slice(0, -10), "不是完整的 JSON，可能没有复制完，或选错了文件。"],
    ["[]", "不是经费工作台导出的账本。"],
    ["null", "不是经费工作台导出的账本。"],
    ['{"format":"other"}', "不是经费工作台导出的账本。"],
    [
      changed((_tables, document) => {
        document.version = 7;
      }),
      "由更新版本的经费工作台导出（格式 7，本程序只认识到 3）。",
    ],
  ])("%.20s", async (text, message) => {
    expect(await refusalOf(text)).toMatchObject({ code: "bad-file", message });
  });
});

describe("a document with a fault", () => {
  const one = (message: string) => `有 1 处不对：${message}。`;
  const cases: readonly (readonly [string, (tables: Tables) => void, string])[] = [
    [
      "an amount that is not whole",
      ({ contract }) => Object.assign(contract[0] ?? {}, { amountCents: 1.5 }),
      one("表 contract 第 1 行（合同）的“金额”（amountCents）应为整数，写的是 1.5"),
    ],
    [
      "an amount as text",
      ({ payment }) => Object.assign(payment[1] ?? {}, { amountCents: "100.00" }),
      one('表 payment 第 2 行（付款）的“金额”（amountCents）应为数字，写的是 "100.00"'),
    ],
    [
      "a day that does not exist",
      ({ invoice }) => Object.assign(invoice[0] ?? {}, { issueDate: "2022-02-30" }),
      one("表 invoice 第 1 行（发票）的“开票日期”（issueDate）日期应写作 2022-01-31"),
    ],
    [
      "a state that does not exist",
      ({ payment }) => Object.assign(payment[0] ?? {}, { state: "done" }),
      one(
        '表 payment 第 1 行（付款）的“状态”（state）应为 draft、pending、approved、paid 之一，写的是 "done"',
      ),
    ],
    [
      "a field that is missing",
      ({ vendor }) => {
        delete vendor[0]?.name;
      },
      one("表 vendor 第 1 行（供应商）的“名称”（name）没有填写"),
    ],
    [
      "a field too many",
      ({ vendor }) => Object.assign(vendor[0] ?? {}, { phone: "021" }),
      one("表 vendor 第 1 行（供应商）有不认识的字段 phone"),
    ],
    [
      "a table that is missing",
      (tables) => {
        Reflect.deleteProperty(tables, "setting");
      },
      one("表 setting（设置）没有填写"),
    ],
    [
      "a table too many",
      (tables) => Object.assign(tables, { asset: [] }),
      one("“tables”有不认识的字段 asset"),
    ],
    [
      "a flag that is neither",
      ({ contract }) => Object.assign(contract[1] ?? {}, { acceptanceRequired: true }),
      one("表 contract 第 2 行（合同）的“须验收”（acceptanceRequired）取值不对：true"),
    ],
  ];

  it.each(cases)("%s", async (_name, change, message) => {
    expect(await refusalOf(changed(change))).toMatchObject({ code: "bad-file", message });
  });

  it("and many more: five are named and all are counted", async () => {
    const text = changed(({ invoice }) => {
      for (const row of invoice) Object.assign(row, { netCents: null, taxCents: null });
      Object.assign(invoice[0] ?? {}, { number: " " });
    });
    expect(await refusalOf(text)).toMatchObject({
      message: expect.stringMatching(/^有 7 处不对：(表 invoice .*；){5}另有 2 处。$/),
      details: { table: "invoice", row: 0, field: "number" },
    });
  });
});

describe("a document whose rows do not go together", () => {
  const add = (amount: number) => ({
    id: asId("allocation-9"),
    paymentId: asId("payment-1"),
    instalmentId: null,
    invoiceId: asId("invoice-red"),
    amountCents: cents(amount),
  });
  const cases: readonly (readonly [string, (tables: Tables) => void, string])[] = [
    [
      "a reference that leads nowhere",
      ({ contract }) => Object.assign(contract[1] ?? {}, { vendorId: "nobody" }),
      "表 contract 第 2 行（合同）的“供应商”指向不存在的供应商。",
    ],
    [
      "two live rows of one number",
      ({ invoice }) => invoice.push({ ...invoiceRow({ id: asId("invoice-9") }) }),
      "表 invoice 第 4 行（发票）：发票的“发票号码”与已有的一条重复，没有保存。",
    ],
    [
      "two rows of one id",
      ({ setting }) => setting.push({ id: "setting-1", key: "x", valueJson: "1" }),
      "表 setting 第 2 行（设置）：设置的“标识”与已有的一条重复，没有保存。",
    ],
    [
      "an end before its start",
      ({ contract }) => Object.assign(contract[0] ?? {}, { endDate: "2021-12-31" }),
      "表 contract 第 1 行（合同）：“结束日期”早于“开始日期”，没有保存。",
    ],
    [
      "text where JSON belongs",
      ({ setting }) => Object.assign(setting[0] ?? {}, { valueJson: "{" }),
      "表 setting 第 1 行（设置）：“设置值”的内容不合要求，没有保存。",
    ],
    [
      "a live row that refers to a void one",
      ({ acceptance }) => Object.assign(acceptance[0] ?? {}, { instalmentId: "instalment-void" }),
      "表 acceptance 第 1 行（验收）：合同 HT-2022-01 第 2 期（第一季度）已作废，验收不能再使用它。",
    ],
    [
      "a live contract that renews a void one that comes later",
      ({ contract }) => {
        const dead = { voidedAt: "2022-07-01T00:00:00.000Z", voidReason: "错" };
        contract.push({
          ...contract[1],
          id: "contract-9",
          contractNo: "HT-9",
          parentContractId: null,
          ...dead,
        });
        Object.assign(contract[0] ?? {}, { parentContractId: "contract-9" });
      },
      "合同 HT-9 “综合整治服务合同”已作废，合同不能再使用它。",
    ],
    [
      "allocations beyond their payment",
      ({ allocation }) => allocation.push(add(1)),
      "付款 FK-2022-001 的分摊合计 50,000.01 元，超过付款金额 50,000.00 元。",
    ],
    [
      "payments beyond their instalment",
      ({ instalment }) => Object.assign(instalment[0] ?? {}, { deductionCents: 1 }),
      "合同 HT-2022-01 第 1 期（第一季度）的已批、已付分摊合计 60,000.00 元，超过扣款后应付的 59,999.99 元。",
    ],
    [
      "a change log with a gap",
      ({ changeLog }) => changeLog.shift(),
      "表 changeLog 第 1 行（变更记录）：第 2 条变更记录接不上前一条，没有保存。",
    ],
    [
      "a change log that was rewritten",
      ({ changeLog }) => Object.assign(changeLog[1] ?? {}, { actor: "别人" }),
      "表 changeLog 第 2 行（变更记录）与它的校验值不符：变更记录导出后被改动过。",
    ],
  ];

  it.each(cases)("%s", async (_name, change, message) => {
    expect(await refusalOf(changed(change))).toMatchObject({ code: "bad-file", message });
  });
});
