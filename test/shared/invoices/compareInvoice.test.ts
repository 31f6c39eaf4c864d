import { describe, expect, it } from "vitest";
import {
  compareInvoice,
  conflictMessage,
  type KnownInvoice,
  withMoneyKept,
} from "#shared/invoices/compareInvoice.ts";
import type { InvoiceDraft } from "#shared/invoices/invoiceDraft.ts";
import { toInvoice, toInvoiceLine } from "#shared/invoices/toInvoice.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import { invoicesSheet, type ListRow, linesSheet, number, parse } from "./lists.ts";

function only(drafts: readonly InvoiceDraft[]): InvoiceDraft {
  const [draft] = drafts;
  if (draft === undefined || drafts.length > 1) throw new Error(`${drafts.length} invoices`);
  return draft;
}

const draftOf = (...rows: readonly ListRow[]) => only(parse({ 信息汇总表: linesSheet(...rows) }).invoices);

function known(draft: InvoiceDraft, change: Partial<Invoice> = {}): KnownInvoice {
  const invoice = { ...toInvoice(draft, { id: asId("i"), batchId: null, vendorId: null }), ...change };
  const lines = (draft.lines ?? []).map((line, at) =>
    toInvoiceLine(line, { id: asId(`l${at}`), invoiceId: invoice.id, seq: at + 1 }),
  );
  return { invoice, lines };
}

const before = known(draftOf({}));
const compare = (...rows: readonly ListRow[]) => compareInvoice(draftOf(...rows), before);

describe("the same invoice once more", () => {
  it("is unchanged when it says the same, in whatever words and order", () => {
    expect(compare({})).toEqual({ result: "unchanged", olderStatus: false });
    const spelled = {
      type: "全电发票（普通发票）",
      issueDate: "2022/3/31",
      sellerName: "上海示例服务有限公司 ",
      gross: "￥106",
    };
    expect(compare(spelled)).toMatchObject({ result: "unchanged" });
    const two = known(draftOf({}, { goodsName: "乙" }));
    expect(compareInvoice(draftOf({ goodsName: "乙" }, {}), two)).toMatchObject({ result: "unchanged" });
  });

  it("is unchanged when it says less", () => {
    const short = only(
      parse({
        清单: [
          ["发票号码", "开票日期", "价税合计"],
          [before.invoice.number, "2022-03-31", number("106")],
        ],
      }).invoices,
    );
    expect(compareInvoice(short, before)).toEqual({ result: "unchanged", olderStatus: false });
  });

  it.each<[ListRow, object]>([
    [{ status: "已红冲-全额" }, { status: "redFull" }],
    [{ risk: "异常凭证" }, { riskLevel: "abnormal" }],
    [{ remark: "第一季度" }, { remark: "第一季度" }],
    [{ type: "数电票（增值税专用发票）" }, { type: "数电票（增值税专用发票）" }],
  ])("is brought up to date by %j", (row, patch) => {
    const compared = compare(row);
    expect(compared).toMatchObject({ result: "changed", patch, replacesLines: false });
    expect("changes" in compared && compared.changes.length).toBe(1);
  });

  it("shows what changes as the officer reads it", () => {
    expect(compare({ status: "已作废" })).toMatchObject({
      changes: [{ field: "status", label: "发票状态", before: "正常", after: "已作废" }],
    });
  });

  it("learns lines, and what was blank", () => {
    const header = only(parse({ 发票基础信息: invoicesSheet({ buyerName: "", drawer: "" }) }).invoices);
    const compared = compareInvoice(draftOf({}), known(header));
    expect(compared).toMatchObject({
      result: "changed",
      patch: { buyerName: "上海市松江区广富林街道城市运行管理中心", drawer: "张三" },
      replacesLines: true,
    });
  });

  it("learns net and tax where only the gross amount was known", () => {
    const grossOnly = known(draftOf({}), {
      netCents: before.invoice.grossCents,
      taxCents: (before.invoice.taxCents * 0) as Invoice["taxCents"],
    });
    expect(compareInvoice(draftOf({}), grossOnly)).toMatchObject({
      result: "changed",
      patch: { netCents: 10_000, taxCents: 600 },
    });
  });

  it("that a closed year paid learns its status, and no money or lines", () => {
    const header = only(parse({ 发票基础信息: invoicesSheet({}) }).invoices);
    const paid = known(header);
    const kept = (row: ListRow) => withMoneyKept(compareInvoice(draftOf(row), paid), draftOf(row), paid);
    expect(compareInvoice(draftOf({}), paid)).toMatchObject({ result: "changed", replacesLines: true });
    expect(kept({})).toEqual({ result: "unchanged", olderStatus: false });
    expect(kept({ status: "已红冲-全额" })).toMatchObject({
      result: "changed",
      patch: { status: "redFull" },
      changes: [{ field: "status" }],
      replacesLines: false,
    });
    const same = compareInvoice(draftOf({ remark: "注" }), before);
    expect(withMoneyKept(same, draftOf({ remark: "注" }), before)).toBe(same);
  });

  it("does not come back to life through an older file", () => {
    const reversed = known(draftOf({}), { status: "redFull" });
    expect(compareInvoice(draftOf({}), reversed)).toEqual({ result: "unchanged", olderStatus: true });
    expect(compareInvoice(draftOf({ remark: "注" }), reversed)).toMatchObject({
      result: "changed",
      patch: { remark: "注" },
    });
  });

  it.each<[ListRow, string[]]>([
    [{ net: "110.00", tax: "6.60", gross: "116.60" }, ["grossCents", "netCents", "taxCents"]],
    [{ net: "99.00", tax: "7.00" }, ["netCents", "taxCents"]],
    [{ sellerName: "上海另一家有限公司" }, ["sellerName"]],
    [{ sellerTaxId: "91310117000000027D" }, ["sellerTaxId"]],
    [{ issueDate: "2022-04-01" }, ["issueDate"]],
    [{ buyerTaxId: "11310117000000019T" }, ["buyerTaxId"]],
    [{ sellerName: "上海另一家有限公司", status: "已作废" }, ["sellerName"]],
  ])("is a conflict with %j", (row, fields) => {
    const compared = compare(row);
    expect(compared.result).toBe("conflict");
    expect("changes" in compared && compared.changes.map(({ field }) => field)).toEqual(fields);
  });
});

describe("the sentence for a conflict", () => {
  const changes = [
    { field: "sellerName", label: "销方名称", before: "甲", after: "乙" },
    { field: "grossCents", label: "价税合计", before: "1.00", after: "2.00" },
  ];

  it("says when the known one came in, what differs, and how", () => {
    expect(conflictMessage("123", changes, "2022-07-01")).toBe(
      "发票123已于2022-07-01录入，且销方/金额不一致，请核对。销方名称原为甲、本次乙；价税合计原为1.00、本次2.00。",
    );
    expect(conflictMessage("123", changes.slice(1), null)).toMatch(/^发票123已录入，且金额不一致/);
  });
});
