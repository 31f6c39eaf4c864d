import { describe, expect, it } from "vitest";
import type { EventMessage, Progress, ToEngine } from "#shared/api/wire.ts";
import { createEngineClient } from "../../../electron/preload/engineClient.ts";

function connected() {
  const sent: ToEngine[] = [];
  const events: EventMessage[] = [];
  const client = createEngineClient((event) => events.push(event));
  client.connect({ send: (message) => sent.push(message) });
  return { client, sent, events };
}

describe("engine client", () => {
  it("matches answers to requests, in whatever order they come", async () => {
    const { client, sent } = connected();
    const first = client.request("a.one", { x: 1 });
    const second = client.request("a.two", {});
    expect(sent).toEqual([
      { kind: "request", id: 1, route: "a.one", input: { x: 1 } },
      { kind: "request", id: 2, route: "a.two", input: {} },
    ]);
    client.receive({ kind: "reply", id: 2, result: "two" });
    client.receive({ kind: "reply", id: 1, result: "one" });
    expect(await Promise.all([first.result, second.result])).toEqual(["one", "two"]);
  });

  it("keeps what is asked before the engine is there", () => {
    const sent: ToEngine[] = [];
    const client = createEngineClient(() => undefined);
    client.request("a.one", {});
    client.connect({ send: (message) => sent.push(message) });
    expect(sent).toHaveLength(1);
  });

  it("hands progress to the one who asked, until the answer", () => {
    const { client } = connected();
    const seen: Progress[] = [];
    client.request("a.one", {}, (progress) => seen.push(progress));
    client.receive({ kind: "progress", id: 1, progress: { done: 1, note: "读" } });
    client.receive({ kind: "progress", id: 2, progress: { done: 9, note: "别人" } });
    client.receive({ kind: "reply", id: 1, result: "{}" });
    client.receive({ kind: "progress", id: 1, progress: { done: 2, note: "迟到" } });
    expect(seen).toEqual([{ done: 1, note: "读" }]);
  });

  it("cancels what is still under way and nothing else", () => {
    const { client, sent } = connected();
    const call = client.request("a.one", {});
    call.cancel();
    client.receive({ kind: "reply", id: 1, result: "{}" });
    call.cancel();
    expect(sent.filter(({ kind }) => kind === "cancel")).toEqual([{ kind: "cancel", id: 1 }]);
  });

  it("passes events on", () => {
    const { client, events } = connected();
    const event: EventMessage = { kind: "event", event: "ledger.changed", payload: {} };
    client.receive(event);
    expect(events).toEqual([event]);
  });

  it("fails what was under way when the engine dies, and asks the next engine what comes after", async () => {
    const { client } = connected();
    const lost = client.request("a.one", {});
    client.disconnect();
    expect(JSON.parse(await lost.result)).toMatchObject({ ok: false, error: { code: "engine-died" } });

    const sent: ToEngine[] = [];
    const next = client.request("a.two", {});
    client.connect({ send: (message) => sent.push(message) });
    expect(sent).toEqual([{ kind: "request", id: 2, route: "a.two", input: {} }]);
    client.receive({ kind: "reply", id: 2, result: "two" });
    expect(await next.result).toBe("two");
  });
});
