import { app, BrowserWindow } from "electron";

// The least a window can be: what is slower than this is ours.
await app.whenReady();
const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
await window.loadURL("data:text/html,<h1>ready</h1>");
