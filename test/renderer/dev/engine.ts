import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDesk } from "#engine/desk.ts";
import { createGrants } from "#engine/grants.ts";
import { createHandlers } from "#engine/handlers.ts";
import { createRecent } from "#engine/recent.ts";
import { type Port, serve } from "#engine/serve.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { api } from "#shared/api/contract.ts";
import { type FileToken, fileToken } from "#shared/api/fields.ts";
import type { Result, ToEngine } from "#shared/api/wire.ts";

// The real engine in this process, with dialogs that answer by themselves.

export type DevEngine = Readonly<{
  folder: string;
  ask: (route: string, input: unknown) => Promise<Result<unknown>>;
  grant: (name: string) => Readonly<{ file: FileToken; name: string }>;
}>;

export function startEngine(): DevEngine {
  const folder = mkdtempSync(path.join(tmpdir(), "jingfei-dev-"));
  const grants = createGrants();
  const desk = createDesk({ clock: systemClock, grants, recent: createRecent(folder) });
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  let toEngine: (message: ToEngine) => void = () => undefined;
  const port: Port = {
    send: (message) => {
      if (message.kind !== "reply") return;
      const { result } = message;
      waiting.get(message.id)?.(typeof result === "string" ? JSON.parse(result) : result);
    },
    onMessage: (listener) => {
      toEngine = listener;
    },
    onClose: () => undefined,
  };
  serve({
    port,
    routes: api,
    handlers: createHandlers(desk),
    report: (route, error) => process.stderr.write(`${route} ${String(error)}\n`),
  });

  const grant = (name: string) => {
    const token = fileToken.parse(randomUUID());
    grants.add({ token, path: path.join(folder, name), access: "write" });
    return { file: token, name };
  };
  let lastId = 0;
  return {
    folder,
    grant,
    ask: (route, input) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        toEngine({ kind: "request", id: lastId, route, input });
      }),
  };
}
