import type { Port } from "#engine/serve.ts";
import type { ApiInput, ApiOutput, RouteName } from "#shared/api/contract.ts";
import type { Progress, Result, ToEngine, WireError } from "#shared/api/wire.ts";

/** The window's end of a port, in memory. */
export type TestWindow = Readonly<{
  port: Port;
  /** Whatever a window might send. */
  send: (route: string, input: unknown) => Promise<Result<unknown>>;
  /** The answer to a request that must go well. */
  ask: <Name extends RouteName>(route: Name, input: ApiInput<Name>) => Promise<ApiOutput<Name>>;
  /** The error of a request that must not. */
  refusal: <Name extends RouteName>(route: Name, input: ApiInput<Name>) => Promise<WireError>;
  /** Called with every progress, and with how to cancel what reports it. */
  onProgress: (listener: (progress: Progress, cancel: () => void) => void) => void;
}>;

export function testWindow(): TestWindow {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let toEngine: ((message: ToEngine) => void) | undefined;
  let heard: (progress: Progress, cancel: () => void) => void = () => undefined;
  let lastId = 0;
  // The engine listens once its ledger is open again; what was said before waits, as in a real port.
  const early: ToEngine[] = [];
  const say = (message: ToEngine) => (toEngine === undefined ? void early.push(message) : toEngine(message));

  const port: Port = {
    send: (message) => {
      switch (message.kind) {
        case "reply":
          return waiting.get(message.id)?.(JSON.parse(message.result));
        case "progress":
          return heard(message.progress, () => say({ kind: "cancel", id: message.id }));
        case "event":
          return;
      }
    },
    onMessage: (listener) => {
      toEngine = listener;
      for (const message of early.splice(0)) listener(message);
    },
    onClose: () => undefined,
  };
  const send: TestWindow["send"] = (route, input) =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      say({ kind: "request", id: lastId, route, input });
    });
  return {
    port,
    send,
    ask: async <Name extends RouteName>(route: Name, input: ApiInput<Name>) => {
      const result = await send(route, input);
      if (!result.ok) throw new Error(`${route}: ${result.error.code} ${result.error.message}`);
      return result.data as ApiOutput<Name>;
    },
    refusal: async (route, input) => {
      const result = await send(route, input);
      if (result.ok) throw new Error(`${route} did not fail`);
      return result.error;
    },
    onProgress: (listener) => {
      heard = listener;
    },
  };
}
