import { type ManualInvoice, manualInvoice } from "#shared/api/invoiceLife.ts";
import { type TicketKind, ticketKinds, ticketShapes } from "#shared/invoices/ticketKinds.ts";
import { type Cents, formatYuan, parseYuan } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { columnLabelOf } from "#shared/model/labels.ts";
import type { Context } from "../context.ts";
import { getInvoice } from "../invoices/getInvoice.ts";
import { invoiceRelations } from "../invoices/relations.ts";
import { saveManual } from "../invoices/saveManual.ts";
import { setBlue } from "../invoices/setBlue.ts";
import { voidInvoice } from "../invoices/voidInvoice.ts";
import { getOffice } from "../office/getOffice.ts";
import { found } from "../store/found.ts";
import { findInvoiceByNumber } from "../store/invoices.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { relationsText } from "./relationsText.ts";
import { yearIn } from "./scopeOptions.ts";

const invoiceOf = async ({ ledger }: Context, number: string) =>
  found(await findInvoiceByNumber(ledger, number), "invoice", number);

const kindNames = ticketKinds.map((kind) => ticketShapes[kind].name).join("、");

function kindOf(args: Arguments): TicketKind {
  const given = args.text("kind") ?? "digital";
  const kind = ticketKinds.find((known) => known === given || ticketShapes[known].name === given);
  if (kind !== undefined) return kind;
  throw badUse(`--kind 应为 ${kindNames} 之一，现为“${given}”`);
}

function amountOf(args: Arguments, name: string): Cents | null {
  const text = args.text(name);
  if (text === undefined) return null;
  const amount = parseYuan(text);
  if (amount !== undefined) return amount;
  throw badUse(`--${name} 应为金额（元），例如 1200.00，现为“${text}”`);
}

/** The unit of this office that the ticket is made out to: the first one, unless it is said. */
async function buyerOf(args: Arguments, context: Context) {
  const [unit] = (await getOffice(context)).units;
  return {
    buyerName: args.text("buyer") ?? unit?.currentName ?? "",
    buyerTaxId:
      args.text("buyer-tax-id") ?? (args.text("buyer") === undefined ? (unit?.creditCode ?? "") : ""),
  };
}

async function draftOf(args: Arguments, context: Context): Promise<ManualInvoice> {
  const kind = kindOf(args);
  const draft = {
    id: null,
    kind,
    code: args.text("code") ?? "",
    number: args.word("号码"),
    type: args.text("type") ?? ticketShapes[kind].types[0] ?? "",
    issueDate: args.required("date"),
    sellerName: args.required("seller"),
    sellerTaxId: args.text("seller-tax-id") ?? "",
    vendorId: null,
    newVendor: args.flag("new-vendor"),
    ...(await buyerOf(args, context)),
    netCents: amountOf(args, "net"),
    taxCents: amountOf(args, "tax"),
    grossCents: amountOf(args, "gross"),
    isRed: args.flag("red"),
    blueNumber: args.text("blue") ?? "",
    status: "normal",
    drawer: "",
    remark: args.text("remark") ?? "",
    lines: [],
  };
  const checked = manualInvoice.safeParse(draft);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw badUse(`${columnLabelOf(String(issue?.path[0] ?? ""))}：${issue?.message ?? ""}`);
}

const oneInvoice = async (context: Context, id: Id) => {
  const { invoice } = await getInvoice(context, id);
  const { number, sellerName, issueDate, netCents, taxCents, grossCents, blueNumber, payableCents } = invoice;
  return { number, sellerName, issueDate, netCents, taxCents, grossCents, blueNumber, payableCents };
};

export const invoiceCommands: readonly Command[] = [
  {
    name: "invoices red",
    usage: "invoices red [--year 年度] --db 账本",
    summary: "红字、作废：已付或已列入付款单的、没有蓝字的红字发票及可能的蓝字、红蓝对应关系",
    shape: { words: [], options: { year: "text" } },
    run: async ({ args, withLedger }) => {
      const year = args.text("year");
      const fiscalYear = year === undefined ? null : yearIn(year);
      const relations = await withLedger((context) => invoiceRelations(context, { fiscalYear }));
      return { data: relations, text: relationsText(relations) };
    },
  },
  {
    name: "invoices link",
    usage: "invoices link 红字号码 [--blue 蓝字号码|--none] --db 账本",
    summary: "指定红字发票对应的蓝字发票，或取消对应",
    shape: { words: ["红字号码"], options: { blue: "text", none: "flag" } },
    run: async ({ args, withLedger }) => {
      const blueNumber = args.flag("none") ? null : args.required("blue");
      const invoice = await withLedger(async (context) => {
        const { id } = await invoiceOf(context, args.word("红字号码"));
        return oneInvoice(context, await setBlue(context, { id, blueNumber }));
      });
      return {
        data: invoice,
        text: `红字发票${invoice.number}${invoice.blueNumber === null ? "没有对应的蓝字发票" : `对应蓝字发票${invoice.blueNumber}`}`,
      };
    },
  },
  {
    name: "invoices add",
    usage:
      "invoices add 号码 [--code 代码] [--kind 种类] [--type 票种] --date 日期 --seller 销方 [--seller-tax-id 税号] [--new-vendor] [--buyer 购买方] [--buyer-tax-id 税号] [--net 元] [--tax 元] [--gross 元] [--red] [--blue 蓝字号码] [--remark 备注] --db 账本",
    summary: `手工登记一张发票；种类：${kindNames}；金额、税额、价税合计写两项即可`,
    shape: {
      words: ["号码"],
      options: {
        code: "text",
        kind: "text",
        type: "text",
        date: "text",
        seller: "text",
        "seller-tax-id": "text",
        "new-vendor": "flag",
        buyer: "text",
        "buyer-tax-id": "text",
        net: "text",
        tax: "text",
        gross: "text",
        red: "flag",
        blue: "text",
        remark: "text",
      },
    },
    run: async ({ args, withLedger }) => {
      const invoice = await withLedger(async (context) =>
        oneInvoice(context, await saveManual(context, await draftOf(args, context))),
      );
      return {
        data: invoice,
        text: `已登记发票${invoice.number}：${invoice.sellerName}　${invoice.issueDate}　${formatYuan(invoice.grossCents)}元`,
      };
    },
  },
  {
    name: "invoices void",
    usage: "invoices void 号码 --reason 原因 --db 账本",
    summary: "作废一张不该登记的发票；已用于付款的不能作废",
    shape: { words: ["号码"], options: { reason: "text" } },
    run: async ({ args, withLedger }) => {
      const [number, reason] = [args.word("号码"), args.required("reason")];
      await withLedger(async (context) => {
        const { id } = await invoiceOf(context, number);
        await voidInvoice(context, { id, reason });
      });
      return { data: { number, voided: true }, text: `已作废发票${number}` };
    },
  },
];
