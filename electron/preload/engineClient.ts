import type { Call } from "#shared/api/bridge.ts";
import type { EventMessage, Progress, ResultText, ToEngine, ToWindow, WireError } from "#shared/api/wire.ts";

/** The window's end of the port; the shell may replace it when it restarts the engine. */
export type EnginePort = Readonly<{ send: (message: ToEngine) => void }>;

type Pending = Readonly<{
  settle: (result: ResultText) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}>;

export type EngineClient = Readonly<{
  request: (route: string, input: unknown, onProgress?: (progress: Progress) => void) => Call;
  /** The engine is there: what was asked meanwhile goes out now. */
  connect: (port: EnginePort) => void;
  receive: (message: ToWindow) => void;
  /** The engine died: what was under way will get no answer. What is asked from now on waits for the next one. */
  disconnect: () => void;
}>;

const engineDied: WireError = {
  code: "engine-died",
  message: "后台处理程序意外停止，这一步没有完成；已经保存的数据不受影响。",
  hint: "正在自动重新启动，请稍后再试一次。",
};

/** Matches the answers of the engine to the requests. */
export function createEngineClient(onEvent: (message: EventMessage) => void): EngineClient {
  const pending = new Map<number, Pending>();
  let waiting: ToEngine[] = [];
  let port: EnginePort | undefined;
  let lastId = 0;

  const send = (message: ToEngine) => {
    if (port) port.send(message);
    else waiting.push(message);
  };

  return {
    request: (route, input, onProgress) => {
      lastId += 1;
      const id = lastId;
      const result = new Promise<ResultText>((resolve) => {
        pending.set(id, { settle: resolve, onProgress });
      });
      send({ kind: "request", id, route, input });
      const cancel = () => {
        if (pending.has(id)) send({ kind: "cancel", id });
      };
      return { result, cancel };
    },
    connect: (next) => {
      port = next;
      for (const message of waiting) port.send(message);
      waiting = [];
    },
    receive: (message) => {
      switch (message.kind) {
        case "reply":
          pending.get(message.id)?.settle(message.result);
          pending.delete(message.id);
          return;
        case "progress":
          pending.get(message.id)?.onProgress?.(message.progress);
          return;
        case "event":
          onEvent(message);
      }
    },
    disconnect: () => {
      port = undefined;
      waiting = [];
      for (const { settle } of pending.values()) settle(JSON.stringify({ ok: false, error: engineDied }));
      pending.clear();
    },
  };
}
