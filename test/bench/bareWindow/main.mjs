import { app, BrowserWindow } from "electron";

// The least a window can be: what is slower than this is ours. (Awaiting here would hold up the ready it waits for.)
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  return window.loadURL("data:text/html,<h1>ready</h1>");
});
