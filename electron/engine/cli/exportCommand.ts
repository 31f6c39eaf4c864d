import { type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { filingFormats } from "#shared/model/filing.ts";
import type { Context } from "../context.ts";
import { exportForm } from "../filings/exportForm.ts";
import type { FormRequest } from "../filings/findSubject.ts";
import { findPaymentByNo } from "../store/payments.ts";
import { type Arguments, badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { noSuchNumber } from "./evidenceCommand.ts";
import { asOfOption } from "./listCommands.ts";
import { scopeOf } from "./scopeOptions.ts";

export const exportCommand: Command = {
  name: "export",
  usage: `export ${formIds.join("|")} --project 项目编码 [--year 年度] [--payment 付款编号] [--as-of 日期] --format ${filingFormats.join("|")} --out 文件 [--mark-missing] --db 账本`,
  summary: "导出申报表格、台账和付款单据：申报表按项目，执行表和台账按年度或项目，审批单和粘贴单按付款",
  shape: {
    words: ["表"],
    options: {
      project: "text",
      year: "text",
      payment: "text",
      format: "text",
      out: "text",
      "as-of": "text",
      "mark-missing": "flag",
    },
  },
  run: async ({ args, withLedger }) => {
    const form = oneOf(formIds, args.word("表"), "表");
    const format = oneOf(filingFormats, args.required("format"), "--format");
    const path = args.required("out");
    const asOf = asOfOption(args);
    const named = nameSubject(form, args, asOf);
    const exported = await withLedger(async (context) =>
      exportForm(context, {
        ...{ form, format, subject: await named(context), path, asOf },
        allowMissing: args.flag("mark-missing"),
      }),
    );
    return { data: { file: path, ...exported }, text: [`已导出：${path}`, ...exported.warnings].join("\n") };
  },
};

type Named = (context: Context) => Promise<FormRequest["subject"]>;

/** What the paper is printed of: what is missing on the command line is said before the ledger is opened. */
function nameSubject(form: FormId, args: Arguments, asOf: IsoDate | undefined): Named {
  const { about } = formKindOf(form);
  const others = (["project", "year", "payment"] as const).filter(
    (option) => !(fitting[about] as readonly string[]).includes(option),
  );
  const wrong = others.find((option) => args.text(option) !== undefined);
  if (wrong !== undefined) throw badUse(`《${formKindOf(form).title}》不用 --${wrong}`);
  switch (about) {
    case "project": {
      const projectCode = args.required("project");
      return async () => ({ projectCode });
    }
    case "year":
      return (context) => scopeOf(context, args, asOf);
    case "payment": {
      const paymentNo = args.required("payment");
      return async ({ ledger }) => {
        const payment = await findPaymentByNo(ledger, paymentNo);
        if (payment === undefined) throw noSuchNumber(paymentNo);
        return { paymentId: payment.id };
      };
    }
  }
}

const fitting = {
  project: ["project"],
  year: ["project", "year"],
  payment: ["payment"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

function oneOf<Value extends string>(values: readonly Value[], given: string, what: string): Value {
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw badUse(`${what} 应为 ${values.join("、")} 之一，现为“${given}”`);
}
