import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { pdf, put } from "#test/engine/attachments/files.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { cli, cliJson } from "#test/engine/support/cli.ts";

type Listed = readonly Readonly<{ attachment: string; kind: string; fileName: string; sizeBytes: number }>[];
type Failed = Readonly<{ error: Readonly<{ code: string; message: string }> }>;

async function sample(): Promise<Readonly<{ db: string; folder: string }>> {
  const folder = testFolder();
  const db = path.join(folder, "a.jingfei");
  await cli("init", "--sample", "--db", db);
  return { db, folder };
}

describe("papers from a terminal", () => {
  it("are attached, listed and taken out again as they were", async () => {
    const { db, folder } = await sample();
    const file = put(folder, "宣传品合同.pdf", pdf("signed"));
    const to = ["--contract", "GFL-2022-007"] as const;
    const { data } = await cliJson<Listed>("attach", file, ...to, "--kind", "合同扫描件", "--db", db);
    const added = data.find(({ fileName }) => fileName === "宣传品合同.pdf");
    expect(added).toMatchObject({ kind: "contractScan", sizeBytes: pdf("signed").length });
    expect((await cliJson<Listed>("list", "attachments", ...to, "--db", db)).data).toEqual(data);
    const out = path.join(folder, "取出.pdf");
    await cli("save-attachment", added?.attachment ?? "", "--out", out, "--db", db);
    expect(readFileSync(out).equals(pdf("signed"))).toBe(true);
  });

  it.each([
    [["list", "attachments"], "请写明附件属于哪一条记录"],
    [["list", "attachments", "--contract", "1", "--payment", "2"], "请写明附件属于哪一条记录"],
    [["list", "attachments", "--contract", "无"], "找不到合同 无"],
    [["attach", "x.pdf", "--contract", "GFL-2022-001", "--kind", "照片"], "--kind 应为 合同扫描件"],
    [["attach", "没有.pdf", "--contract", "GFL-2022-001"], "文件“没有.pdf”不存在"],
  ])("%j is refused", async (argv, message) => {
    const { db } = await sample();
    const { code, data } = await cliJson<Failed>(...argv, "--db", db);
    expect(code).toBe(2);
    expect(data.error.message).toContain(message);
  });
});

describe("holidays from a terminal", () => {
  it("are filled by the notice, by a text, and shown", async () => {
    const { db, folder } = await sample();
    const filled = await cliJson<unknown[]>("holidays", "2023", "--fill", "--db", db);
    expect(filled.data).toHaveLength(33);
    const text = path.join(folder, "通知.txt");
    writeFileSync(text, "一、元旦：1月1日放假，共1天。");
    await cli("holidays", "2023", "--file", text, "--db", db);
    expect((await cliJson("holidays", "2023", "--db", db)).data).toEqual([
      { onDate: "2023-01-01", kind: "holiday", name: "元旦" },
    ]);
    expect((await cliJson<unknown[]>("holidays", "2022", "--db", db)).data).toHaveLength(38);
  });

  it.each([
    [["holidays", "22"], "年份应为"],
    [["holidays", "2031", "--fill"], "程序没有内置 2031 年的放假通知"],
    [["holidays", "2023", "--fill", "--file", "x"], "只能写一个"],
  ])("%j is refused", async (argv, message) => {
    const { db } = await sample();
    expect((await cliJson<Failed>(...argv, "--db", db)).data.error.message).toContain(message);
  });
});

describe("vendors from a terminal", () => {
  it("are listed with accounts and sums", async () => {
    const { db } = await sample();
    const { data } = await cliJson<Readonly<{ name: string; paidCents: number; accounts: unknown[] }>[]>(
      "list",
      "vendors",
      "--db",
      db,
    );
    expect(data).toHaveLength(9);
    expect(data.find(({ name }) => name.includes("联勤"))).toMatchObject({ paidCents: 6_000_000 });
    expect(data.find(({ name }) => name.includes("联勤"))?.accounts).toHaveLength(2);
  });
});
