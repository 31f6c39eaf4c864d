import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { api } from "#shared/api/contract.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Context } from "../context.ts";
import type { Desk } from "../desk.ts";
import { createHandlers } from "../handlers.ts";
import { answer } from "../serve.ts";
import { badUse } from "./args.ts";
import type { Command } from "./command.ts";

/** They change which ledger is open; a command line has `--db` for that. */
const deskRoutes: ReadonlySet<string> = new Set([
  "ledger.create",
  "ledger.open",
  "ledger.openRecent",
  "ledger.close",
]);

/**
 * Any request the window can make, by the handler that answers the window. Where a request wants a file, its path stands
 * in place of the token the window would send.
 */
export const callCommand: Command = {
  name: "call",
  usage: "call 请求 [--input JSON文件|-] --db 账本",
  summary: "办理任何一项业务：与窗口同一个请求、同样的核对；内容是一份 JSON，- 表示从标准输入读",
  shape: { words: ["请求"], options: { input: "text" } },
  run: async ({ args, withLedger }) => {
    const route = args.word("请求");
    if (deskRoutes.has(route)) throw badUse(`call 只在 --db 的账本上办理，不能用 ${route}。`);
    if (!Object.hasOwn(api, route)) throw badUse(`没有这个请求：${route}`, "用 routes 查看全部请求。");
    const input = await readInput(args.text("input"));
    const data = await withLedger((context) => call(context, route, input));
    return { data, text: JSON.stringify(data, null, 2) };
  },
};

export const routesCommand: Command = {
  name: "routes",
  usage: "routes",
  summary: "列出 call 能办理的全部请求，以及每个请求的内容格式（JSON Schema）",
  shape: { words: [], options: {} },
  run: async () => {
    const schemas = Object.fromEntries(
      Object.entries(api).map(([name, { input }]) => [name, z.toJSONSchema(input, { io: "input" })]),
    );
    return { data: schemas, text: Object.keys(api).join("\n") };
  },
};

async function readInput(source: string | undefined): Promise<unknown> {
  if (source === undefined) return {};
  const text = source === "-" ? await readAll(process.stdin) : await readFileText(source);
  try {
    return JSON.parse(text);
  } catch {
    throw badUse(`${source === "-" ? "标准输入" : source} 不是完整的 JSON。`, "请核对请求的内容。");
  }
}

async function readFileText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw badUse(`读不到文件：${path}`, "请核对文件名。");
  }
}

async function call(context: Context, route: string, input: unknown): Promise<unknown> {
  let fault: unknown;
  const report = (_: string, error: unknown): void => {
    fault = error;
  };
  const request = { signal: context.signal, progress: context.progress, emit: () => undefined };
  const props = { routes: api, handlers: createHandlers(deskOf(context)), report };
  const result = await answer(props, route, input, request);
  if (fault !== undefined) throw fault;
  if (result.ok) return result.data;
  const { code, ...error } = result.error;
  if (code === "internal" || code === "engine-died") throw new Error(error.message);
  throw new UserError({ code, ...error });
}

/** The desk of one command: the ledger named by `--db` lies on it from beginning to end. */
function deskOf(context: Context): Desk {
  const noLedgers = async (): Promise<never> => {
    throw new Error("another ledger was asked for");
  };
  return {
    clock: context.clock,
    recent: {
      list: async () => [],
      pathOf: async () => undefined,
      last: async () => undefined,
      opened: noLedgers,
      closed: noLedgers,
    },
    pathOf: (token, access) => {
      const path = resolve(token);
      if (access === "write" && path === context.ledger.path)
        throw badUse(`这是账本自己：${path}`, "请换一个文件名。");
      return path;
    },
    session: () => ({ ledger: context.ledger, context: async () => context }),
    context: async () => context,
    open: noLedgers,
    failed: () => undefined,
    failure: () => null,
    close: noLedgers,
  };
}
