import path from "node:path";
import { app, BrowserWindow, screen } from "electron";
import { builtFile } from "./folders.ts";
import { pageAddress } from "./pageAddress.ts";
import { readWindowState, saveWindowState } from "./windowState.ts";

const usualSize = { width: 1440, height: 900 };

/** Opens the one window of the program. */
export function openWindow(): BrowserWindow {
  const stateFile = path.join(app.getPath("userData"), "window.json");
  const saved = readWindowState(stateFile, screen);
  const { maximized, ...place } = saved ?? { ...usualSize, maximized: false };
  const window = new BrowserWindow({
    ...place,
    minWidth: 1100,
    minHeight: 680,
    show: false,
    title: app.getName(),
    icon: builtFile("main", "icon.png"),
    webPreferences: {
      preload: builtFile("preload", "index.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // It would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on("close", () => saveWindowState(stateFile, window));
  // A page that crashed comes back by itself; the engine and the ledger were not in it.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit" && !window.isDestroyed()) window.reload();
  });
  void window.loadURL(pageAddress);
  return window;
}
