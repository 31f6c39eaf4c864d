import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { runCli } from "#engine/cli/run.ts";
import { sampleToday } from "#engine/sample/office.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { root } from "./setup/root.mjs";

/** The main job from end to end without a window: the sample, its invoices, the check and the papers to hand in. */

const folder = path.join(root, "out", "demo");
const ledger = path.join(folder, "示例账本.jingfei");
const asOf = ["--as-of", sampleToday] as const;
const project = ["--project", "SQZL-2022", "--db", ledger] as const;
const forms = {
  budget: "项目支出预算明细表",
  targets: "绩效目标申报表",
  payPlan: "付款计划表",
  execution: "预算执行情况表",
  paymentCheck: "付款核对表",
} as const;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

await step("新建示例账本", ["init", "--sample", "--db", ledger]);
const [taxExport] = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
if (taxExport === undefined) throw new Error("the sample has no invoice export");
await step("导入本月发票", ["import", "invoices", path.join(folder, taxExport), "--db", ledger]);
await step("付款期次", ["list", "schedule", ...asOf, "--db", ledger]);
await step("付款核对", ["check", ...asOf, ...project]);
for (const [form, title] of Object.entries(forms)) {
  for (const format of ["xlsx", "pdf"]) {
    const out = path.join(folder, `${title}.${format}`);
    await step(`导出${title}（${format}）`, [
      "export",
      form,
      ...project,
      ...asOf,
      "--format",
      format,
      "--out",
      out,
    ]);
  }
}

console.log(`\n写出的文件（${folder}）：`);
for (const name of readdirSync(folder)) {
  console.log(`  ${name}  ${Math.ceil(statSync(path.join(folder, name)).size / 1024)} KB`);
}

async function step(title: string, argv: readonly string[]): Promise<void> {
  console.log(`\n== ${title}`);
  const write = (text: string) => void process.stdout.write(text);
  const code = await runCli(argv, { stdout: write, stderr: write }, systemClock);
  // The sample holds mistakes worth finding: a check that finds them did its work.
  const isDone = code === 0 || (argv[0] === "check" && code === 1);
  if (!isDone) process.exit(code);
}
