import type { FromEngineProcess, ToEngineProcess } from "#shared/api/engineControl.ts";
import { type Engine, startEngine } from "./engine.ts";
import type { Port } from "./serve.ts";

// The engine's process: started by the shell, which says where things are and brings the ports of windows.

const { parentPort } = process;
let engine: Engine | undefined;

parentPort.on("message", ({ data, ports }) => {
  const message = data as ToEngineProcess;
  switch (message.kind) {
    case "start":
      engine = startEngine(message.settings);
      return;
    case "connect":
      for (const port of ports) engine?.connect(adapt(port));
      return;
    case "grant":
      engine?.grant(message.grant);
      parentPort.postMessage({ kind: "granted", token: message.grant.token } satisfies FromEngineProcess);
      return;
    case "stop":
      void stop();
  }
});

async function stop(): Promise<void> {
  await engine?.stop();
  process.exit(0);
}

// A fault that nobody caught leaves us in an unknown state: say so, and let the shell start a fresh engine.
process.on("uncaughtException", (error) => {
  engine?.report("uncaught", error);
  process.exit(70);
});

function adapt(port: Electron.MessagePortMain): Port {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on("message", ({ data }) => listener(data));
      port.start();
    },
    onClose: (listener) => void port.on("close", listener),
  };
}
