import path from "node:path";
import { engineRoutes } from "#shared/api/engine.ts";
import type { FromEngineProcess, ToEngineProcess } from "#shared/api/engineControl.ts";
import { createErrorLog } from "./errorLog.ts";
import { createGrants } from "./grants.ts";
import { pingHandlers } from "./ping.ts";
import { type Port, serve } from "./serve.ts";

// The engine's process: started by the shell, which says where things are and brings the ports of windows.

const { parentPort } = process;
const grants = createGrants();
const now = () => new Date().toISOString();
let report = createErrorLog(path.resolve("logs"), now);

parentPort.on("message", ({ data, ports }) => {
  const message = data as ToEngineProcess;
  switch (message.kind) {
    case "start":
      report = createErrorLog(path.join(message.settings.userData, "logs"), now);
      return;
    case "connect":
      for (const port of ports) {
        serve({ port: adapt(port), routes: engineRoutes, handlers: pingHandlers, report });
      }
      return;
    case "grant":
      grants.add(message.grant);
      parentPort.postMessage({ kind: "granted", token: message.grant.token } satisfies FromEngineProcess);
      return;
    case "stop":
      process.exit(0);
  }
});

// A fault that nobody caught leaves us in an unknown state: say so, and let the shell start a fresh engine.
process.on("uncaughtException", (error) => {
  report("uncaught", error);
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
