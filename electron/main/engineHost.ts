import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from "electron";
import type { EngineSettings, FromEngineProcess, Grant, ToEngineProcess } from "#shared/api/engineControl.ts";
import type { FileToken } from "#shared/api/fields.ts";
import { createRestartPolicy } from "./restartPolicy.ts";

/** Owns the engine's process: starts it, gives windows a port to it, starts another when it dies. */
export type EngineHost = Readonly<{
  /** Gives the window a port, now and after every restart. */
  connect: (window: WebContents) => void;
  /** Resolves when the engine knows the grant, so that no request can be quicker. */
  grant: (grant: Grant) => Promise<void>;
  /** Lets the engine finish and close the ledger. */
  stop: () => Promise<void>;
}>;

type HostProps = Readonly<{
  script: string;
  settings: EngineSettings;
  /** Granted earlier; a new engine has to be told again. */
  grants: () => readonly Grant[];
  log: (text: string) => void;
}>;

/** An engine that does not answer for so long is ended by force; the ledger's journal makes that safe. */
const farewell = 5000;

export function startEngine(props: HostProps): EngineHost {
  const windows = new Set<WebContents>();
  const awaited = new Map<FileToken, () => void>();
  const policy = createRestartPolicy();
  let stopping = false;
  /** Undefined while there is none: between a death and the next start, or for good. */
  let engine: UtilityProcess | undefined = launch();

  function launch(): UtilityProcess {
    const child = utilityProcess.fork(props.script, [], { serviceName: "jingfei-engine", stdio: "pipe" });
    child.stderr?.on("data", (bytes: Buffer) => props.log(bytes.toString()));
    child.on("message", (message: FromEngineProcess) => {
      awaited.get(message.token)?.();
      awaited.delete(message.token);
    });
    child.on("exit", (code) => {
      engine = undefined;
      if (!stopping) replace(code);
    });
    tell(child, { kind: "start", settings: props.settings });
    for (const grant of props.grants()) tell(child, { kind: "grant", grant });
    return child;
  }

  function replace(code: number): void {
    props.log(`engine exited with ${code}\n`);
    for (const window of windows) window.send("engine.lost");
    const pause = policy.pauseBeforeRestart(Date.now());
    if (pause === undefined) {
      for (const resolve of awaited.values()) resolve();
      const message = "后台处理程序反复停止，请关闭并重新打开程序；已经保存的数据不受影响。";
      for (const window of windows)
        window.send("event", { kind: "event", event: "engine.stopped", payload: { message } });
      return;
    }
    setTimeout(() => {
      if (stopping) return;
      engine = launch();
      for (const window of windows) {
        givePort(window);
        window.send("event", { kind: "event", event: "engine.restarted", payload: {} });
      }
    }, pause);
  }

  function givePort(window: WebContents): void {
    // Without an engine there is nobody to give it to; the next one is connected when it starts.
    if (!engine) return;
    const { port1, port2 } = new MessageChannelMain();
    tell(engine, { kind: "connect" }, port1);
    window.postMessage("engine.port", null, [port2]);
  }

  return {
    connect: (window) => {
      if (!windows.has(window)) window.once("destroyed", () => windows.delete(window));
      windows.add(window);
      givePort(window);
    },
    grant: (grant) =>
      new Promise((resolve) => {
        awaited.set(grant.token, resolve);
        if (engine) tell(engine, { kind: "grant", grant });
      }),
    stop: () => {
      stopping = true;
      const last = engine;
      return new Promise((resolve) => {
        if (!last) return resolve();
        const force = setTimeout(() => last.kill(), farewell);
        last.once("exit", () => {
          clearTimeout(force);
          resolve();
        });
        tell(last, { kind: "stop" });
      });
    },
  };
}

function tell(engine: UtilityProcess, message: ToEngineProcess, port?: Electron.MessagePortMain): void {
  engine.postMessage(message, port ? [port] : []);
}
