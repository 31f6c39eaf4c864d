import { contextBridge, ipcRenderer, webUtils } from "electron";
import type { Bridge } from "#shared/api/bridge.ts";
import type { EventMessage, EventName, Result } from "#shared/api/wire.ts";
import { createEngineClient } from "./engineClient.ts";

// The only door between the page and the rest. It stays this small: what may pass is decided on the other side.

const listeners = new Map<EventName, Set<(payload: never) => void>>();
const tell = ({ event, payload }: EventMessage) => {
  for (const listener of listeners.get(event) ?? []) listener(payload as never);
};

const engine = createEngineClient(tell);

ipcRenderer.on("event", (_event, message: EventMessage) => tell(message));
ipcRenderer.on("engine.lost", () => engine.disconnect());
ipcRenderer.on("engine.port", ({ ports: [port] }) => {
  if (!port) return;
  port.onmessage = ({ data }) => engine.receive(data);
  engine.connect({ send: (message) => port.postMessage(message) });
});
ipcRenderer.send("engine.connect");

const askShell = (route: string, input: unknown): Promise<Result<never>> =>
  ipcRenderer.invoke("shell", route, input);

const bridge: Bridge<File> = {
  request: (route, input, onProgress) =>
    route.startsWith("shell.")
      ? { result: askShell(route, input).then((result) => JSON.stringify(result)), cancel: () => undefined }
      : engine.request(route, input, onProgress),
  subscribe: (event, listener) => {
    const registered = listeners.get(event) ?? new Set();
    listeners.set(event, registered.add(listener));
    return () => void registered.delete(listener);
  },
  dropped: (file) => askShell("shell.dropped", { path: webUtils.getPathForFile(file) }),
};

contextBridge.exposeInMainWorld("jingfei", bridge);
