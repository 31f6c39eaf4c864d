import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Handlers, type Port, serve } from "#engine/serve.ts";
import { route } from "#shared/api/route.ts";
import type { ToEngine, ToWindow } from "#shared/api/wire.ts";
import { UserError } from "#shared/kernel/errors.ts";

const routes = {
  "sum.add": route<number>()(z.strictObject({ left: z.number(), right: z.number().default(1) })),
  "sum.wait": route<string>()(z.strictObject({})),
  "sum.exact": route<bigint>()(z.strictObject({})),
} as const;

type Overrides = Partial<Handlers<typeof routes>>;

/** An engine with a port whose other end the test holds. */
function start(overrides: Overrides = {}, elapsed?: () => number) {
  const sent: ToWindow[] = [];
  const reported: [string, unknown][] = [];
  let receive: (message: ToEngine) => void = () => undefined;
  let close = () => {};
  const port: Port = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => {
      receive = listener;
    },
    onClose: (listener) => {
      close = listener;
    },
  };
  const handlers: Handlers<typeof routes> = {
    "sum.add": ({ left, right }) => left + right,
    "sum.wait": (_input, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    "sum.exact": () => 1n,
    ...overrides,
  };
  serve({
    port,
    routes,
    handlers,
    report: (name, error) => reported.push([name, error]),
    ...(elapsed && { elapsed }),
  });
  return {
    sent,
    reported,
    close: () => close(),
    say: (message: ToEngine) => receive(message),
    ask: (name: string, input: unknown, id = 1) => receive({ kind: "request", id, route: name, input }),
    /** Answers by id, once the promises behind them have settled. */
    replies: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return sent.flatMap((message) =>
        message.kind === "reply" ? [[message.id, JSON.parse(message.result)]] : [],
      );
    },
  };
}

describe("serve", () => {
  it("answers with what the handler makes of the checked input", async () => {
    const engine = start();
    engine.ask("sum.add", { left: 2, right: 3 }, 7);
    engine.ask("sum.add", { left: 2 }, 8);
    expect(await engine.replies()).toEqual([
      [7, { ok: true, data: 5 }],
      [8, { ok: true, data: 3 }],
    ]);
  });

  it.each([
    ["sum.add", { left: "2" }],
    ["sum.add", { left: 2, extra: 1 }],
    ["sum.add", undefined],
    ["sum.divide", {}],
    ["toString", {}],
    ["__proto__", {}],
  ])("refuses %s with %j before any handler sees it", async (name, input) => {
    const engine = start({
      "sum.add": () => {
        throw new Error("was called");
      },
    });
    engine.ask(name, input);
    expect(await engine.replies()).toEqual([
      [1, { ok: false, error: expect.objectContaining({ code: "bad-request" }) }],
    ]);
    expect(engine.reported).toEqual([]);
  });

  it("hands a user's error on with all it says", async () => {
    const engine = start({
      "sum.add": () => {
        throw new UserError({ code: "bad-file", message: "读不懂", hint: "换一个", details: { row: 3 } });
      },
    });
    engine.ask("sum.add", { left: 1 });
    const error = { code: "bad-file", message: "读不懂", hint: "换一个", details: { row: 3 } };
    expect(await engine.replies()).toEqual([[1, { ok: false, error }]]);
  });

  it("keeps a fault of ours to itself and reports it", async () => {
    const fault = new TypeError("secret of the inside");
    const engine = start({
      "sum.add": () => {
        throw fault;
      },
    });
    engine.ask("sum.add", { left: 1 });
    const replies = await engine.replies();
    expect(replies).toEqual([[1, { ok: false, error: expect.objectContaining({ code: "internal" }) }]]);
    expect(JSON.stringify(replies)).not.toContain("secret");
    expect(engine.reported).toEqual([["sum.add", fault]]);
  });

  it("reports an answer that cannot be put into words", async () => {
    const engine = start();
    engine.ask("sum.exact", {});
    expect(await engine.replies()).toEqual([
      [1, { ok: false, error: expect.objectContaining({ code: "internal" }) }],
    ]);
  });
});

describe("cancelling", () => {
  it("stops the request it names and no other", async () => {
    const engine = start();
    engine.ask("sum.wait", {}, 1);
    engine.ask("sum.wait", {}, 2);
    engine.say({ kind: "cancel", id: 2 });
    engine.say({ kind: "cancel", id: 99 });
    expect(await engine.replies()).toEqual([
      [2, { ok: false, error: expect.objectContaining({ code: "cancelled" }) }],
    ]);
    expect(engine.reported).toEqual([]);
  });

  it("happens by itself when the window is gone", async () => {
    const engine = start();
    engine.ask("sum.wait", {}, 1);
    engine.close();
    expect(await engine.replies()).toHaveLength(1);
  });
});

describe("progress", () => {
  it("is told at once, then sparingly", async () => {
    let time = 0;
    const engine = start(
      {
        "sum.add": (_input, { progress }) => {
          for (let done = 0; done < 1000; done += 1, time += 1) progress({ done, total: 1000, note: "加" });
          return 0;
        },
      },
      () => time,
    );
    engine.ask("sum.add", { left: 1 }, 5);
    await engine.replies();
    const told = engine.sent.flatMap((message) =>
      message.kind === "progress" ? [[message.id, message.progress.done]] : [],
    );
    expect(told).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900].map((done) => [5, done]));
  });

  it("ends with the answer", async () => {
    let late: (() => void) | undefined;
    const engine = start({
      "sum.add": (_input, { progress }) => {
        late = () => progress({ done: 1, note: "迟到" });
        return 0;
      },
    });
    engine.ask("sum.add", { left: 1 });
    await engine.replies();
    late?.();
    expect(engine.sent.filter(({ kind }) => kind === "progress")).toEqual([]);
  });
});

describe("events", () => {
  it("go to the window unasked", async () => {
    const engine = start({
      "sum.add": (_input, { emit }) => {
        emit("ledger.changed", {});
        return 0;
      },
    });
    engine.ask("sum.add", { left: 1 });
    await engine.replies();
    expect(engine.sent[0]).toEqual({ kind: "event", event: "ledger.changed", payload: {} });
  });
});
