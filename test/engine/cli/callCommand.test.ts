import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "#shared/api/contract.ts";
import type { VendorView } from "#shared/api/vendors.ts";
import { cli, cliJson } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "jingfei-call-"));
const db = join(folder, "示例.jingfei");

const inputFile = (input: unknown): string => {
  const file = join(folder, "请求.json");
  writeFileSync(file, typeof input === "string" ? input : JSON.stringify(input));
  return file;
};

beforeAll(async () => {
  await cli("init", "--sample", "--db", db);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("call", () => {
  it("answers what the window would be answered", async () => {
    const { code, data } = await cliJson<readonly VendorView[]>("call", "vendors.list", "--db", db);
    expect(code).toBe(0);
    expect(data.length).toBeGreaterThan(3);
  });

  it("writes what the window would write, in the name of the officer", async () => {
    const input = inputFile({ officer: "李会计" });
    expect(await cli("call", "office.saveOfficer", "--input", input, "--db", db)).toMatchObject({ code: 0 });
    const { data } = await cliJson<{ officer: string }>("call", "office.get", "--db", db);
    expect(data.officer).toBe("李会计");
  });

  it("takes paths where the window sends tokens, but never the ledger itself", async () => {
    const out = join(folder, "账本.json");
    const done = await cliJson("call", "ledger.dump", "--input", inputFile({ file: out }), "--db", db);
    expect(done.data).toEqual({ fileName: "账本.json" });
    const itself = await cli("call", "ledger.dump", "--input", inputFile({ file: db }), "--db", db);
    expect(itself).toMatchObject({ code: 2, stderr: expect.stringContaining("这是账本自己") });
  });

  it.each([
    ["no such request", ["call", "contracts.lst"], /没有这个请求：contracts\.lst/],
    ["one that changes ledgers", ["call", "ledger.close"], /不能用 ledger\.close/],
    [
      "an input that does not fit",
      ["call", "contracts.get"],
      /请求 contracts\.get 的内容不对：“标识”（id）没有填写/,
    ],
    ["a file that is not there", ["call", "contracts.get", "--input", "/nowhere/x.json"], /读不到文件/],
  ])("refuses %s", async (_, argv, message) => {
    expect(await cli(...argv, "--db", db)).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
  });

  it("refuses what is no JSON, and says what the use case says", async () => {
    const broken = await cli("call", "contracts.get", "--input", inputFile("{"), "--db", db);
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining("不是完整的 JSON") });
    const missing = await cliJson("call", "contracts.get", "--input", inputFile({ id: "none" }), "--db", db);
    expect(missing).toMatchObject({
      code: 2,
      data: { error: { code: "not-found", message: "找不到这份合同。" } },
    });
  });
});

describe("routes", () => {
  it("names every request with the shape of its input", async () => {
    const { data } = await cliJson<Record<string, { type: string }>>("routes");
    expect(Object.keys(data)).toEqual(Object.keys(api));
    expect(data["contracts.get"]).toMatchObject({ type: "object", required: ["id"] });
  });
});
