import { adjustCommands } from "./adjustCommands.ts";
import { batchCommands } from "./batchCommands.ts";
import { budgetCommand } from "./budgetCommand.ts";
import { callCommand, routesCommand } from "./callCommand.ts";
import { checkCommand } from "./checkCommand.ts";
import type { Command } from "./command.ts";
import { dueCommand } from "./dueCommand.ts";
import { evidenceCommand } from "./evidenceCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { filingCommands } from "./filingCommands.ts";
import { historyCommand, undoStepCommand } from "./historyCommands.ts";
import { importCommand, undoCommand } from "./importCommands.ts";
import { indicatorCommands } from "./indicatorCommands.ts";
import { inspectCommand } from "./inspectCommand.ts";
import { invoiceCommands } from "./invoiceCommands.ts";
import { dumpCommand, initCommand, loadCommand, schemaCommand } from "./ledgerCommands.ts";
import { listCommands } from "./listCommands.ts";
import { matchCommands } from "./matchCommands.ts";
import { officeCommands } from "./officeCommands.ts";
import { paperCommands } from "./paperCommands.ts";
import { paperIntakeCommands } from "./paperIntakeCommands.ts";
import { paymentCommands } from "./paymentCommands.ts";
import { rentalCommands } from "./rentalCommands.ts";
import { rollOverCommand } from "./rollOverCommand.ts";
import { scanCommand } from "./scanCommand.ts";
import { templateCommands } from "./templateCommands.ts";
import { versionCommands } from "./versionCommands.ts";
import { yearCommands } from "./yearCommands.ts";

export const commands: readonly Command[] = [
  initCommand,
  loadCommand,
  dumpCommand,
  importCommand,
  inspectCommand,
  undoCommand,
  ...batchCommands,
  scanCommand,
  ...invoiceCommands,
  ...paymentCommands,
  ...listCommands,
  ...paperCommands,
  ...paperIntakeCommands,
  ...rentalCommands,
  ...officeCommands,
  dueCommand,
  budgetCommand,
  ...adjustCommands,
  ...yearCommands,
  ...matchCommands,
  ...indicatorCommands,
  checkCommand,
  historyCommand,
  undoStepCommand,
  exportCommand,
  ...filingCommands,
  evidenceCommand,
  ...templateCommands,
  ...versionCommands,
  rollOverCommand,
  callCommand,
  routesCommand,
  schemaCommand,
];

export const helpText = (): string =>
  [
    "经费工作台命令行。所有命令可加 --json，只输出一份 JSON，金额以分计（…Cents）。",
    "",
    ...commands.map((command) => `  ${command.usage}\n      ${command.summary}`),
    "",
    "退出码：0 完成；1 核对发现“阻断”；2 用法或输入有误；70 程序内部出错。",
  ].join("\n");

/** The command that the first words of `argv` name, the longest name first, and the words after it. */
export function findCommand(
  argv: readonly string[],
): Readonly<{ command: Command; rest: readonly string[] }> | undefined {
  const matches = commands.filter((command) =>
    command.name.split(" ").every((word, index) => argv[index] === word),
  );
  const command = matches.toSorted((a, b) => b.name.length - a.name.length)[0];
  return command && { command, rest: argv.slice(command.name.split(" ").length) };
}
