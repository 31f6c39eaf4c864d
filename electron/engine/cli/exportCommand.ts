import { formIds } from "#shared/forms/formKinds.ts";
import { filingFormats } from "#shared/model/filing.ts";
import { exportForm } from "../filings/exportForm.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";
import { asOfOption } from "./listCommands.ts";

export const exportCommand: Command = {
  name: "export",
  usage: `export ${formIds.join("|")} --project 项目编码 --format ${filingFormats.join("|")} --out 文件 --db 账本`,
  summary: "导出申报表格",
  shape: { words: ["表"], options: { project: "text", format: "text", out: "text", "as-of": "text" } },
  run: async ({ args, withLedger }) => {
    const form = oneOf(formIds, args.word("表"), "表");
    const format = oneOf(filingFormats, args.required("format"), "--format");
    const projectCode = args.required("project");
    const path = args.required("out");
    const asOf = asOfOption(args);
    const exported = await withLedger((context) =>
      exportForm(context, { form, format, subject: { projectCode }, path, asOf }),
    );
    return { data: { file: path, ...exported }, text: [`已导出：${path}`, ...exported.warnings].join("\n") };
  },
};

function oneOf<Value extends string>(values: readonly Value[], given: string, what: string): Value {
  const found = values.find((value) => value === given);
  if (found !== undefined) return found;
  throw badUse(`${what} 应为 ${values.join("、")} 之一，现为“${given}”`);
}
