import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "#test/engine/support/cli.ts";
import { dumpOf, namesIn, type Office, offices, refusalIn, refused } from "./office.ts";

const office = offices();
type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;
type Document = { format: unknown; version: unknown; tables: Tables };

const exportAgain = "请选择由“导出 JSON”（命令 dump）得到的文件。";
const useOriginal = "请使用“导出 JSON”得到的原文件。";
const mend = "请改正后再载入；没有人改过这个文件的，请重新导出一份。";

/** The sample's document with something changed in it. */
const changed =
  (change: (tables: Tables, document: Document) => void) =>
  ({ dump }: Office): string => {
    const document = JSON.parse(dump) as Document;
    change(document.tables, document);
    return JSON.stringify(document);
  };

const rowOf = (rows: readonly Row[] | undefined, index: number): Row => {
  const row = rows?.[index];
  if (row === undefined) throw new Error("no such row in the sample");
  return row;
};

type Case = readonly [
  what: string,
  content: (office: Office) => string | Buffer,
  message: string | RegExp,
  hint: string,
];

const cases: readonly Case[] = [
  ["nothing", () => "", "不能载入：不是完整的 JSON，可能没有复制完，或选错了文件。", exportAgain],
  ["a text", () => "项目,金额\n", "不能载入：不是完整的 JSON，可能没有复制完，或选错了文件。", exportAgain],
  [
    "half a document",
    ({ dump }) => dump.slice(0, dump.length / 2),
    "不能载入：不是完整的 JSON，可能没有复制完，或选错了文件。",
    exportAgain,
  ],
  [
    "a workbook",
    ({ exportFile }) => readFileSync(exportFile),
    "不是 UTF-8 文本，可能选错了文件，或被别的程序另存过",
    useOriginal,
  ],
  [
    "a ledger",
    ({ db }) => readFileSync(db),
    "不是 UTF-8 文本，可能选错了文件，或被别的程序另存过",
    useOriginal,
  ],
  [
    "a document saved again in an older encoding",
    // 社区 as GB18030 has it: no byte of it is UTF-8.
    ({ dump }) =>
      Buffer.from(dump.replaceAll("社区", "\u00c9\u00e7\u00c7\u00f8").replace(/[^\0-\xff]/g, "?"), "latin1"),
    "不是 UTF-8 文本，可能选错了文件，或被别的程序另存过",
    useOriginal,
  ],
  ["other JSON", () => '{"name":"jingfei"}', "不能载入：不是经费工作台导出的账本。", exportAgain],
  ["a list", () => "[]", "不能载入：不是经费工作台导出的账本。", exportAgain],
  [
    "an unknown version",
    changed((_tables, document) => Object.assign(document, { version: "1" })),
    '不能载入：格式（version）应为 1 到 3，写的是 "1"。',
    exportAgain,
  ],
  [
    "no version",
    changed((_tables, document) => Reflect.deleteProperty(document, "version")),
    "不能载入：没有写明格式（version）。",
    exportAgain,
  ],
  [
    "a newer version",
    changed((_tables, document) => Object.assign(document, { version: 4 })),
    "不能载入：由更新版本的经费工作台导出（格式 4，本程序只认识到 3）。",
    "请升级经费工作台后再载入。",
  ],
  [
    "no tables",
    changed((_tables, document) => Reflect.deleteProperty(document, "tables")),
    "不能载入：有 1 处不对：“tables”没有填写。",
    mend,
  ],
  [
    "a table less",
    changed((tables) => Reflect.deleteProperty(tables, "payment")),
    "不能载入：有 1 处不对：表 payment（付款）没有填写。",
    mend,
  ],
  [
    "a table more",
    changed((tables) => Object.assign(tables, { asset: [] })),
    "不能载入：有 1 处不对：“tables”有不认识的字段 asset。",
    mend,
  ],
  [
    "an amount with a fraction",
    changed(({ contract }) => Object.assign(rowOf(contract, 1), { amountCents: 0.5 })),
    "不能载入：有 1 处不对：表 contract 第 2 行（合同）的“金额”（amountCents）应为整数，写的是 0.5。",
    mend,
  ],
  [
    "an amount as text",
    changed(({ payment }) => Object.assign(rowOf(payment, 0), { amountCents: "8500.00" })),
    '不能载入：有 1 处不对：表 payment 第 1 行（付款）的“金额”（amountCents）应为数字，写的是 "8500.00"。',
    mend,
  ],
  [
    "a day that there is not",
    changed(({ invoice }) => Object.assign(rowOf(invoice, 2), { issueDate: "2022-02-30" })),
    "不能载入：有 1 处不对：表 invoice 第 3 行（发票）的“开票日期”（issueDate）日期应写作 2022-01-31。",
    mend,
  ],
  [
    "a field less",
    changed(({ vendor }) => Reflect.deleteProperty(rowOf(vendor, 0), "name")),
    "不能载入：有 1 处不对：表 vendor 第 1 行（供应商）的“名称”（name）没有填写。",
    mend,
  ],
  [
    "a reference that leads nowhere",
    changed(({ contract }) => Object.assign(rowOf(contract, 0), { vendorId: "nobody" })),
    "不能载入：表 contract 第 1 行（合同）的“供应商”指向不存在的供应商。",
    "请补上被引用的记录，或改正这里的标识，再重新载入。",
  ],
  [
    "allocations that exceed their payment",
    changed(({ allocation, payment }) => {
      const part = rowOf(allocation, 0);
      const paid = payment?.find(({ id }) => id === part.paymentId);
      Object.assign(part, { amountCents: Number(paid?.amountCents) + 1 });
    }),
    /^不能载入：.*分摊合计 [\d,.]+ 元，超过.* [\d,.]+ 元。$/,
    "请改正文件中的金额或引用，再重新载入。",
  ],
  [
    "two rows of one number",
    changed(({ contract }) =>
      Object.assign(rowOf(contract, 1), {
        contractNo: rowOf(contract, 0).contractNo,
        projectId: rowOf(contract, 0).projectId,
      }),
    ),
    /^不能载入：表 contract 第 2 行（合同）：合同的“合同编号”.*与已有的一条重复，没有保存。$/,
    "请改正这一行，再重新载入。",
  ],
  [
    "a change log that was tampered with",
    changed(({ changeLog }) => Object.assign(rowOf(changeLog, 0), { actor: "别人" })),
    "不能载入：表 changeLog 第 1 行（变更记录）与它的校验值不符：变更记录导出后被改动过。",
    "请使用未经改动的文件；变更记录不能手工修改。",
  ],
];

describe("load of what is no whole ledger", () => {
  it.each(cases)("%s", async (_what, content, message, hint) => {
    const at = office();
    const file = path.join(at.folder, "数据.json");
    writeFileSync(file, content(at));
    const made = path.join(at.folder, "新.jingfei");
    const refusal = await refused(at, "文件“数据.json”", "load", file, "--db", made);
    const expected = typeof message === "string" ? message : expect.stringMatching(message);
    const said = refusal.message.replace("文件“数据.json”", "");
    expect({ ...refusal, said }).toMatchObject({ code: "bad-file", said: expected, hint });
  });

  it("leaves a ledger that was made but is empty as empty as it was", async () => {
    const at = office();
    const empty = path.join(at.folder, "空.jingfei");
    await cli("init", "--db", empty);
    const before = await dumpOf(empty);
    for (const [index, [, content]] of cases.entries()) {
      const file = path.join(at.folder, `数据${index}.json`);
      writeFileSync(file, content(at));
      const names = namesIn(at.folder);
      refusalIn(await cli("load", file, "--db", empty, "--json"), `数据${index}.json`);
      expect(namesIn(at.folder)).toEqual(names);
    }
    expect(await dumpOf(empty)).toBe(before);
  });
});

describe("load of a file that", () => {
  it.each([
    ["is missing", () => undefined, "文件“数据.json”不存在"],
    ["is a folder", (file: string) => mkdirSync(file), "文件“数据.json”是一个文件夹"],
  ])("%s", async (_what, make, message) => {
    const at = office();
    const file = path.join(at.folder, "数据.json");
    make(file);
    const made = path.join(at.folder, "新.jingfei");
    const refusal = await refused(at, "数据.json", "load", file, "--db", made);
    expect(refusal).toMatchObject({ code: "bad-file", message });
    expect(existsSync(made)).toBe(false);
  });

  it("is whole, into a ledger that has rows: refused, and the rows stay", async () => {
    const at = office();
    const file = path.join(at.folder, "数据.json");
    writeFileSync(file, at.dump);
    const refusal = await refused(at, at.db, "load", file, "--db", at.db);
    expect(refusal).toMatchObject({ code: "conflict", message: `账本里已有数据，没有载入：${at.db}` });
  });
});
