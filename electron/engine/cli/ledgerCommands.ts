import { createLedger } from "../ledger/createLedger.ts";
import { documentText, dumpLedger } from "../ledger/dumpLedger.ts";
import { jsonSchema } from "../ledger/jsonSchema.ts";
import { loadFile } from "../ledger/loadLedger.ts";
import { createSample } from "../sample/createSample.ts";
import type { Command } from "./command.ts";

export const initCommand: Command = {
  name: "init",
  usage: "init [--sample] --db 账本",
  summary: "新建账本；--sample 放入示例单位，并在旁边写一份示例发票导出文件",
  shape: { words: [], options: { sample: "flag" } },
  run: async ({ args, dbPath, clock }) => {
    const path = dbPath();
    if (!args.flag("sample")) {
      const ledger = await createLedger({ path, clock });
      await ledger.close();
      return { data: { ledger: path, sample: false, files: [] }, text: `已新建账本：${path}` };
    }
    const { exportPath } = await createSample({ path, clock });
    return {
      data: { ledger: path, sample: true, files: [exportPath] },
      text: `已新建示例账本：${path}\n示例发票导出文件：${exportPath}`,
    };
  },
};

export const loadCommand: Command = {
  name: "load",
  usage: "load 文件 --db 账本",
  summary: "把一份 JSON 文件载入新的（或空的）账本",
  shape: { words: ["文件"], options: {} },
  run: async ({ args, dbPath, clock }) => {
    const counts = await loadFile({ path: dbPath(), clock }, args.word("文件"));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { data: { ledger: dbPath(), rows: counts }, text: `已载入 ${total} 条记录：${dbPath()}` };
  },
};

export const dumpCommand: Command = {
  name: "dump",
  usage: "dump --db 账本",
  summary: "把整个账本写成一份 JSON（到标准输出）",
  shape: { words: [], options: {} },
  run: async ({ withLedger }) => {
    const document = await withLedger(({ ledger }) => dumpLedger(ledger));
    return { data: document, text: documentText(document) };
  },
};

export const schemaCommand: Command = {
  name: "schema",
  usage: "schema",
  summary: "输出账本 JSON 的结构（JSON Schema）",
  shape: { words: [], options: {} },
  run: async () => {
    const schema = jsonSchema();
    return { data: schema, text: JSON.stringify(schema, null, 2) };
  },
};
