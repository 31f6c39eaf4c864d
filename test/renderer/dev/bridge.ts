import type { Bridge } from "#shared/api/bridge.ts";
import type { Result } from "#shared/api/wire.ts";

// Stands in for the preload in an ordinary browser: asks the engine of `server.ts` over HTTP.

async function ask<Data>(route: string, input: unknown): Promise<Result<Data>> {
  const response = await fetch("/engine", { method: "POST", body: JSON.stringify({ route, input }) });
  return response.json();
}

const bridge: Bridge<File> = {
  request: (route, input) => ({
    result: ask(route, input).then((result) => JSON.stringify(result)),
    cancel: () => undefined,
  }),
  subscribe: () => () => undefined,
  dropped: (file) => ask("shell.dropped", { name: file.name }),
};

Object.defineProperty(window, "jingfei", { value: bridge });
