import { describe, expect, it } from "vitest";
import { projectId } from "#engine/sample/project.ts";
import { updateRow } from "#engine/store/rows.ts";
import { failureOf } from "#test/engine/store/testLedger.ts";
import { sampleImport } from "./desk.ts";

const row = { 日期: "2022-05-10", 收款方: "某某办公用品店", 金额: "120.00", 用途: "文具" };

describe("a row of a list of payments", () => {
  it("is new where nothing is like it, and says what it lacks", async () => {
    const { preview } = await sampleImport();
    const { entries, counts, takenCents } = (await preview([row, { ...row, 金额: "80" }])).preview;
    expect(entries).toMatchObject([
      {
        key: "付款登记表!4",
        result: "new",
        amountCents: 12_000,
        day: "2022-05-10",
        message: "收款方没有登记为供应商。",
      },
      { result: "new", amountCents: 8_000 },
    ]);
    expect([counts, takenCents]).toEqual([
      { rows: 2, new: 2, unchanged: 0, changed: 0, conflict: 0, rejected: 0 },
      20_000,
    ]);
  });

  it.each([
    [{ 日期: "" }, "第4行没有日期。"],
    [{ 日期: "五月十日" }, "第4行日期“五月十日”不是日期。"],
    [{ 金额: "一百" }, "第4行金额“一百”不是金额。"],
    [{ 金额: "0.00" }, "第4行金额为零。"],
    [{ 收款方: "" }, "第4行没有收款方。"],
    [{ 日期: "2022-07-09" }, "日期2022-07-09晚于今天（2022-07-08），还没有付出。"],
    [{ 合同编号: "没有的" }, "没有编号为“没有的”的合同，请先登记合同或核对编号。"],
    [{ 发票号码: "22310000000000000000" }, "发票22310000000000000000不在账本里，请先导入发票或核对号码。"],
    [{ 预算项: "没有的" }, "找不到预算项“没有的”，请按预算明细的名称填写。"],
    [{ 项目: "没有的" }, "没有叫“没有的”的项目，请填写项目的名称或编码。"],
    [
      { 所属期: "很久以前" },
      "第4行所属期“很久以前”看不懂，请写成“2022年第1季度”“2022年1-3月”或“2022-01-01至2022-03-31”。",
    ],
    [{ 支付方式: "以物易物" }, expect.stringContaining("第4行支付方式“以物易物”不认识")],
    [{ 金额: "-5" }, "是退款（金额为负），请填写“原付款编号”。"],
    [{ 日期: "2019-05-10" }, "不知道属于哪个项目，请填写“项目”“预算项”或“合同编号”。"],
  ])("is refused with a sentence: %j", async (changes, message) => {
    const { preview } = await sampleImport();
    const { entries } = (await preview([{ ...row, ...changes }])).preview;
    expect(entries).toMatchObject([{ result: "rejected", message }]);
  });

  it("is read from a csv as from a workbook, however Excel wrote it", async () => {
    const { preview, previewFile } = await sampleImport();
    const known = (await preview([{ ...row, 金额: "1200" }])).preview;
    const lines = ["日期,收款方,金额,用途", '2022/5/10,某某办公用品店,"1,200.00",文具'];
    for (const content of [
      `\ufeff${lines.join("\r\n")}`,
      Buffer.from(`\ufeff${lines.join("\n")}`, "utf16le"),
    ]) {
      const { entries, takenCents } = await previewFile("付款.csv", content);
      expect(takenCents).toBe(120_000);
      expect(entries).toMatchObject([
        { sheet: "付款", row: 2, result: "new", message: known.entries[0]?.message, purpose: "文具" },
      ]);
    }
    const failure = await failureOf(() => previewFile("付款.csv", "只是\n几句话\n"));
    expect(failure.message).toMatch(/^文件“付款\.csv”不像付款记录：/);
    expect((await failureOf(() => previewFile("发票.xml", "<发票><号码>1</号码></发票>"))).code).toBe(
      "bad-file",
    );
  });

  it("finds contract, period, invoice, line and vendor by what the office calls them", async () => {
    const { preview, commit, payments } = await sampleImport();
    const list = await payments();
    const known = list.find(({ contractNo, state }) => contractNo === "GFL-2022-001" && state === "paid");
    const paid = { ...row, 收款方: known?.payeeName ?? "", 合同编号: "GFL-2022-001", 支付方式: "网银" };
    const rows = [{ ...paid, 所属期: "2022年第二季度", 金额: "10000", 经办: "钱经办" }];
    const { entries } = (await preview(rows)).preview;
    expect(entries).toMatchObject([
      { result: "new", message: "", contractNo: "GFL-2022-001", instalmentLabels: ["2022年第2季度"] },
    ]);
    await commit(rows);
    const made = (await payments()).find(({ amountCents }) => amountCents === 1_000_000);
    expect(made).toMatchObject({
      paymentNo: expect.stringMatching(/^FK-2022-\d{4}$/),
      state: "paid",
      paidOn: "2022-05-10",
      vendorId: known?.vendorId,
      payeeTaxId: known?.payeeTaxId,
      budgetLineId: known?.budgetLineId,
      method: "transfer",
      handledBy: "钱经办",
      periodFrom: "2022-04-01",
      allocatedCents: 1_000_000,
      instalmentLabels: ["GFL-2022-001 2022年第2季度"],
    });
  });

  it("that was paid must fit into what is left; a draft takes what there is", async () => {
    const { told, payments } = await sampleImport();
    const known = (await payments()).find(({ contractNo }) => contractNo === "GFL-2022-001");
    const much = {
      ...{ ...row, 收款方: known?.payeeName ?? "", 合同编号: "GFL-2022-001", 所属期: "2022年第二季度" },
      金额: "70000.00",
    };
    expect(await told([much])).toEqual([
      expect.stringMatching(
        /^rejected：GFL-2022-001 2022年第2季度只剩58,800.00元可付，本行70,000.00元超出11,200.00元。$/,
      ),
    ]);
    expect(await told([much], { state: "draft" })).toEqual(["new：有11,200.00元没有分摊到期次或发票。"]);
  });

  it("sees what the rows above it take", async () => {
    const { told, payments } = await sampleImport();
    const known = (await payments()).find(({ contractNo }) => contractNo === "GFL-2022-001");
    const half = {
      ...{ ...row, 收款方: known?.payeeName ?? "", 合同编号: "GFL-2022-001", 所属期: "2022年第二季度" },
      ...{ 金额: "40000.00", 凭证号: "记-1" },
    };
    const rows = [half, { ...half, 凭证号: "记-2" }];
    expect((await told(rows)).map((text) => text.split("：")[0])).toEqual(["new", "rejected"]);
    const left = { leaveOut: new Set(["付款登记表!4"]) };
    expect((await told(rows, left)).map((text) => text.split("：")[0])).toEqual(["new", "new"]);
  });

  it("in a closed year is refused", async () => {
    const { context, told } = await sampleImport();
    const { rows } = await (await context()).facts();
    const year = rows.fiscalYear.find((each) => each.year === 2022);
    await (await context()).write("关账", (tx) =>
      updateRow(tx, "fiscalYear", year?.id ?? expect.fail("no year"), { state: "closed" }),
    );
    expect(await told([row])).toEqual(["rejected：2022年度已关账，不能再登记付款。"]);
  });
});

describe("the identity of a payment", () => {
  it("is its number: the same again is unchanged, what is missing is filled in, all else is a conflict", async () => {
    const { told, payments, ledger } = await sampleImport();
    const known = (await payments()).find(({ state, voucherNo }) => state === "paid" && voucherNo !== "");
    if (known === undefined) throw new Error("no payment");
    const same = {
      ...{ 付款编号: known.paymentNo, 日期: known.paidOn ?? "", 收款方: known.payeeName },
      金额: String(known.amountCents / 100),
    };
    expect(await told([same])).toEqual(["unchanged："]);
    expect(await told([{ ...same, 用途: "改过的用途", 支付方式: "转账" }])).toEqual([
      `conflict：${known.paymentNo}已登记，用途账本中是${known.purpose}，文件中是改过的用途，支付方式账本中是财政直接支付，文件中是转账，不覆盖；请核对，确有错误的作废后重新登记。`,
    ]);
    await ledger.write({ actor: "外来", action: "摆好" }, (tx) =>
      updateRow(tx, "payment", known.id, { purpose: "第一行\n第二行", payeeAccountNo: "" }),
    );
    expect(await told([{ ...same, 用途: "第一行 第二行", 收款账号: "6222000011112222333" }])).toEqual([
      "changed：收款账号：空 → 6222000011112222333",
    ]);
    expect(await told([{ ...same, 金额: "1.00" }])).toEqual([
      expect.stringMatching(/^conflict：FK-2022-\d+已登记，金额账本中是[\d,.]+，文件中是1\.00，不覆盖/),
    ]);
    expect(await told([same, { ...same, 用途: "另一行" }])).toEqual([
      "unchanged：",
      `rejected：付款编号${known.paymentNo}与第4行重复，只认前一行。`,
    ]);
    const open = (await payments()).find(({ state }) => state === "pending");
    const paidNow = {
      ...{ 付款编号: open?.paymentNo ?? "", 日期: open?.requestedOn ?? "", 收款方: open?.payeeName ?? "" },
      金额: String((open?.amountCents ?? 0) / 100),
    };
    expect(await told([paidNow])).toEqual([expect.stringContaining("不能由导入改为已付")]);
  });

  it("without a number is voucher, day, amount and payee where one payment has them, else a question", async () => {
    const { told, commit, preview, choose, payments } = await sampleImport();
    const known = (await payments()).find(({ state, voucherNo }) => state === "paid" && voucherNo !== "");
    if (known === undefined) throw new Error("no payment");
    const alike = {
      ...{ 日期: known.paidOn ?? "", 收款方: known.payeeName, 金额: String(known.amountCents / 100) },
    };
    expect(await told([{ ...alike, 凭证号: known.voucherNo }])).toEqual(["unchanged："]);
    expect(await told([{ ...alike, 凭证号: "记-别的" }])).toEqual(["new："]);
    expect(await told([alike])).toEqual([
      expect.stringMatching(/^conflict：与账本中的FK-2022-\d+日期、金额、收款方相同，可能是同一笔/),
    ]);
    // Two equal rows in one file: the second is asked about, and taken when the officer says so.
    const first = await preview([row, row]);
    expect(first.preview.entries.map(({ result, canTakeAsNew }) => [result, canTakeAsNew])).toEqual([
      ["new", false],
      ["conflict", true],
    ]);
    const second = await choose(first, { asNew: new Set(["付款登记表!5"]) });
    expect(second.preview.counts).toMatchObject({ new: 2, conflict: 0 });
    expect(second.preview.id).not.toBe(first.preview.id);
    const before = (await payments()).length;
    await commit([row, row], { asNew: new Set(["付款登记表!5"]) });
    expect((await payments()).length).toBe(before + 2);
  });
});

describe("a file", () => {
  it("that is no list of payments is refused with what it lacks", async () => {
    const { preview } = await sampleImport();
    const failure = await failureOf(() => preview([{ 日期: "2022-05-10", 收款方: "某店", 事由: "文具" }]));
    expect(failure).toMatchObject({
      code: "bad-file",
      message: "文件“付款1.xlsx”不像付款记录：工作表“付款登记表”第3行像是表头，但没有这些列：金额。",
    });
    expect((await failureOf(() => preview([{ 甲: "1" }]))).message).toContain("没有找到付款记录的表头");
  });

  it("takes titles by their meaning, passes totals over, and belongs to the project that was chosen", async () => {
    const { preview } = await sampleImport();
    const other = {
      ...{
        序号: "1",
        "支付日期*": "2022/5/10",
        收款人全称: "某店",
        "支付金额（元）": "1,200.50",
        摘要: "文具",
      },
    };
    const total = { 序号: "合计", "支付日期*": "", 收款人全称: "", "支付金额（元）": "1,200.50", 摘要: "" };
    const prepared = await preview([other, total], { projectId });
    expect(prepared.preview.entries).toMatchObject([
      { result: "new", amountCents: 120_050, purpose: "文具" },
    ]);
    expect(prepared.plan).toMatchObject([{ found: { project: { id: projectId } } }]);
  });

  it("tells what it cannot carry: a long number that Excel has cut, capitals that say something else", async () => {
    const { told } = await sampleImport();
    expect(await told([{ ...row, 大写: "壹佰贰拾元整" }])).toEqual(["new：收款方没有登记为供应商。"]);
    expect(await told([{ ...row, 大写: "壹佰贰拾壹元整" }])).toEqual([
      "new：大写金额与金额不一致，请核对。收款方没有登记为供应商。",
    ]);
  });
});
