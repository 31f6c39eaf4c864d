import type { z } from "zod";
import { toResultText } from "#shared/api/resultText.ts";
import type { OutputOf, ParsedInputOf, Route, Routes } from "#shared/api/route.ts";
import type {
  EventName,
  Events,
  Progress,
  Result,
  ResultText,
  ToEngine,
  ToWindow,
  WireError,
} from "#shared/api/wire.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { columnLabelOf } from "#shared/model/labels.ts";
import { chineseIssues } from "./store/chineseIssues.ts";

/** The end of a message port, whatever makes it: a utility process, a worker, a test. */
export type Port = Readonly<{
  send: (message: ToWindow) => void;
  onMessage: (listener: (message: ToEngine) => void) => void;
  onClose: (listener: () => void) => void;
}>;

/** What a handler gets beside its input. */
export type RequestContext = Readonly<{
  /** Aborted when the officer cancels or the window is gone. */
  signal: AbortSignal;
  /** Tells the window how far the work is; cheap to call often. */
  progress: (progress: Progress) => void;
  emit: <Name extends EventName>(event: Name, payload: Events[Name]) => void;
}>;

export type Handler<R extends Route> = (
  input: ParsedInputOf<R>,
  context: RequestContext,
) => OutputOf<R> | Promise<OutputOf<R>>;

export type Handlers<All extends Routes> = Readonly<{ [Name in keyof All]: Handler<All[Name]> }>;

type ServeProps<All extends Routes> = Readonly<{
  port: Port;
  routes: All;
  handlers: Handlers<All>;
  /** Called with what is our fault, so that it is kept; the window only hears that it happened. */
  report: (route: string, error: unknown) => void;
  /** Milliseconds of a steady clock. */
  elapsed?: () => number;
}>;

/** Who waits sees that it goes on at least each fifth of a second; a report may come late by what it counts. */
const progressPause = 100;

/** Answers the requests that come in at `port` until it closes. */
export function serve<All extends Routes>(props: ServeProps<All>): void {
  const { port, report } = props;
  const running = new Map<number, AbortController>();

  port.onMessage((message) => {
    switch (message.kind) {
      case "cancel":
        running.get(message.id)?.abort();
        return;
      case "request": {
        const controller = new AbortController();
        running.set(message.id, controller);
        const context: RequestContext = {
          signal: controller.signal,
          progress: sparing(props.elapsed ?? (() => performance.now()), (progress) => {
            if (running.has(message.id)) port.send({ kind: "progress", id: message.id, progress });
          }),
          emit: (event, payload) => port.send(eventMessage(event, payload)),
        };
        void answerText(props, message.route, message.input, context).then((result) => {
          running.delete(message.id);
          port.send({ kind: "reply", id: message.id, result });
        });
        return;
      }
      default:
        report("(port)", new Error(`unknown message ${JSON.stringify(message satisfies never)}`));
    }
  });

  port.onClose(() => {
    for (const controller of running.values()) controller.abort();
  });
}

const eventMessage = <Name extends EventName>(event: Name, payload: Events[Name]) =>
  ({ kind: "event", event, payload }) as Extract<ToWindow, { kind: "event" }>;

async function answerText<All extends Routes>(
  props: ServeProps<All>,
  name: string,
  input: unknown,
  context: RequestContext,
): Promise<ResultText> {
  const result = await answer(props, name, input, context);
  try {
    return toResultText(result);
  } catch (error) {
    const wireError = toWireError(error, context.signal, () => props.report(name, error));
    return JSON.stringify({ ok: false, error: wireError } satisfies Result<never>);
  }
}

/** Answers one request: checks its input, runs its handler and puts what goes wrong into words. */
export async function answer<All extends Routes>(
  { routes, handlers, report }: Pick<ServeProps<All>, "routes" | "handlers" | "report">,
  name: string,
  input: unknown,
  context: RequestContext,
): Promise<Result<unknown>> {
  try {
    if (!Object.hasOwn(routes, name)) throw badRequest(`没有名为 ${name} 的请求。`);
    const route = routes[name as keyof All & string];
    const handler = handlers[name as keyof All & string];
    if (!route || !handler) throw badRequest(`没有名为 ${name} 的请求。`);
    const parsed = route.input.safeParse(input, { error: chineseIssues });
    if (!parsed.success)
      throw badRequest(`请求 ${name} 的内容不对：${parsed.error.issues.map(inWords).join("；")}。`);
    const data = await handler(parsed.data as ParsedInputOf<All[keyof All]>, context);
    return { ok: true, data };
  } catch (error) {
    return { ok: false, error: toWireError(error, context.signal, () => report(name, error)) };
  }
}

/** "“开始日期”（startDate）没有填写": the officer's word for a field, and ours for who looks after the program. */
function inWords({ path, message }: z.core.$ZodIssue): string {
  const field = path.findLast((part) => typeof part === "string");
  return field === undefined ? message : `“${columnLabelOf(field)}”（${path.join(".")}）${message}`;
}

const badRequest = (message: string) => new UserError({ code: "bad-request", message });

function toWireError(error: unknown, signal: AbortSignal, report: () => void): WireError {
  if (error instanceof UserError) {
    const { code, message, hint, details } = error;
    return { code, message, ...(hint && { hint }), ...(details && { details }) };
  }
  if (signal.aborted) return { code: "cancelled", message: "已取消，没有改动任何数据。" };
  report();
  return {
    code: "internal",
    message: "程序内部出错，这一步没有完成。",
    hint: "请重试；如果还是这样，请把日志文件夹里的 engine.log 发给维护人员。",
  };
}

/** Lets the first call through, then at most one in each pause. */
function sparing(elapsed: () => number, send: (progress: Progress) => void): (progress: Progress) => void {
  let sentAt = Number.NEGATIVE_INFINITY;
  return (progress) => {
    if (elapsed() - sentAt < progressPause) return;
    sentAt = elapsed();
    send(progress);
  };
}
