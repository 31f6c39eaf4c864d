import { describe, expect, it } from "vitest";
import { documentText, dumpLedger } from "#engine/ledger/dumpLedger.ts";
import { projectId } from "#engine/sample/project.ts";
import { verifyChain } from "#engine/store/chain.ts";
import { listChanges } from "#engine/store/changeLog.ts";
import { api } from "#shared/api/contract.ts";
import { cents } from "#shared/kernel/cents.ts";
import { type EngineDesk, engineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";
import { requests, routesWithoutLedger, writingRoutes } from "#test/engine/support/requests.ts";

const names = Object.keys(api) as readonly (keyof typeof requests)[];

async function ledgerOf({ desk }: EngineDesk) {
  const { ledger } = await desk.context({ signal: new AbortController().signal, progress: () => undefined });
  return ledger;
}

describe("every route", () => {
  it.each(names)("%s answers, and writes only with a trace", async (name) => {
    const engine = await sampleEngine();
    const input = await requests[name](engine);
    const ledger = await ledgerOf(engine);
    const before = await listChanges(ledger, { limit: 5_000 });
    const dumpBefore = documentText(await dumpLedger(ledger));

    const result = await engine.send(name, input);
    expect(result).toMatchObject({ ok: true });
    expect(engine.reported).toEqual([]);
    if (name === "ledger.close" || name === "ledger.create") return;

    const entries = (await listChanges(ledger, { limit: 5_000 })).slice(0, -before.length || undefined);
    if (!writingRoutes.has(name)) {
      expect(documentText(await dumpLedger(ledger))).toBe(dumpBefore);
      return;
    }
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map((entry) => entry.actor)).toEqual(entries.map(() => "沈经办"));
    expect(entries.every((entry) => /^[\u4e00-\u9fff]/.test(entry.action))).toBe(true);
    expect(await verifyChain(ledger)).toMatchObject({ kind: "whole" });
  });
});

describe("a request that does not fit", () => {
  it("is refused in the officer's words, whatever the route, and nothing happens", async () => {
    const engine = await sampleEngine();
    for (const name of names) {
      const input = await requests[name](engine);
      const before = documentText(await dumpLedger(await ledgerOf(engine)));
      for (const bad of [{ ...input, unheardOf: 1 }, "text", null, [1]]) {
        const result = await engine.send(name, bad);
        expect([name, result]).toMatchObject([name, { ok: false, error: { code: "bad-request" } }]);
        const message = result.ok ? "" : result.error.message;
        expect(message).toContain(`请求 ${name} 的内容不对：`);
        expect(message).not.toMatch(/Invalid|expected|received|Unrecognized|undefined/);
      }
      expect(documentText(await dumpLedger(await ledgerOf(engine)))).toBe(before);
    }
    expect(engine.reported).toEqual([]);
  });

  it("is refused when an amount is more than any office has, which no sum could hold", async () => {
    const { refusal, reported } = await sampleEngine();
    const sources = [
      { scope: "annual" as const, kind: "fiscal" as const, amountCents: cents(Number.MAX_SAFE_INTEGER) },
    ];
    const { message } = await refusal("projects.saveFunding", { projectId, sources });
    expect(message).toContain("金额超过 100 亿元，是否多写了几位");
    expect(reported).toEqual([]);
  });

  it("says which field it is, by the officer's word and ours", async () => {
    const { refusal, send } = await sampleEngine();
    const messageOf = async (name: string, input: unknown) => {
      const result = await send(name, input);
      return result.ok ? "" : result.error.message;
    };
    expect(await messageOf("projects.list", { fiscalYear: "2022" })).toBe(
      '请求 projects.list 的内容不对：“预算年度”（fiscalYear）应为数字，写的是 "2022"。',
    );
    expect(await messageOf("payments.void", { id: "x", reason: " " })).toBe(
      "请求 payments.void 的内容不对：“原因”（reason）请写明作废原因。",
    );
    expect(
      (await refusal("payments.step", { id: "x", action: "submit", by: "", opinion: "", paidOn: null }))
        .message,
    ).toContain("请填写姓名");
    expect(
      await messageOf("checks.run", { fiscalYear: 2022, projectId: null, asOf: "2022-02-30" }),
    ).toContain("“asOf”（asOf）日期应写作 2022-01-31");
  });

  it.each(["projects.delete", "__proto__", "constructor", ""])(
    "is one for a route that is none: %s",
    async (name) => {
      const engine = await sampleEngine();
      expect(await engine.send(name, {})).toEqual({
        ok: false,
        error: { code: "bad-request", message: `没有名为 ${name} 的请求。` },
      });
    },
  );
});

describe("without a ledger", () => {
  it("every route that needs one says so", async () => {
    const engine = await sampleEngine();
    const closed = names.filter((name) => !routesWithoutLedger.has(name));
    const inputs = new Map<string, unknown>();
    for (const name of closed) inputs.set(name, await requests[name](engine));
    await engine.ask("ledger.close", {});
    for (const name of closed)
      expect([name, await engine.send(name, inputs.get(name))]).toEqual([
        name,
        {
          ok: false,
          error: {
            code: "ledger-closed",
            message: "还没有打开账本。",
            hint: "请先打开账本，或新建一个。",
          },
        },
      ]);
    expect(engine.reported).toEqual([]);
  });

  it("the start page has what it needs", async () => {
    const { ask } = engineDesk();
    expect(await ask("ledger.status", {})).toEqual({
      ledger: null,
      officer: "",
      recent: [],
      failure: null,
      today: "2022-07-08",
    });
    expect((await ask("engine.ping", {})).processId).toBe(process.pid);
  });
});
