import path from "node:path";
import { app, BrowserWindow, dialog, ipcMain, session } from "electron";
import { startEngine } from "./engineHost.ts";
import { builtFile, settleFolders } from "./folders.ts";
import { createGrantBook } from "./grants.ts";
import { createLog } from "./log.ts";
import { setMenu } from "./menu.ts";
import { createOpenedFiles } from "./openedFiles.ts";
import { registerPageScheme, servePage } from "./protocol.ts";
import { isOurPage, lockContents, lockSession } from "./security.ts";
import { answerShellRequests } from "./shellRequests.ts";
import { openWindow } from "./window.ts";

// The shell puts the parts together and otherwise stays out of the way: the work is done in the engine.

settleFolders();
registerPageScheme();
// Contradicting a launcher that has to do without the sandbox would leave no process able to start.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
lockContents(app);

const log = createLog(path.join(app.getPath("userData"), "logs"));
process.on("uncaughtException", (error) => {
  log(`${error.stack}\n`);
  dialog.showErrorBox(
    "经费工作台出错",
    `程序遇到内部错误，将要退出；已经保存的数据不受影响。\n\n${error.message}`,
  );
  app.exit(70);
});

// A ledger has one writer: a second start brings the first to the front.
if (app.requestSingleInstanceLock()) {
  app.on("second-instance", () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  // A program that is installed takes no code from its surroundings.
  if (app.isPackaged) delete process.env.JINGFEI_SQLITE_BINDING;
  const userData = app.getPath("userData");
  const grants = createGrantBook((grant) => engine.grant(grant));
  const engine = startEngine({
    script: builtFile("main", "engine.js"),
    settings: { userData, documents: app.getPath("documents"), version: app.getVersion() },
    grants: grants.all,
    log,
  });

  lockSession(session.defaultSession);
  servePage(session.defaultSession.protocol, builtFile("renderer"));
  const opened = createOpenedFiles(userData, log);
  answerShellRequests({ grants, opened, log });
  ipcMain.on("engine.connect", (event) => {
    if (isOurPage(event)) engine.connect(event.sender);
  });
  setMenu(() => BrowserWindow.getAllWindows()[0]);
  openWindow();

  app.on("window-all-closed", () => app.quit());
  app.once("before-quit", (event) => {
    event.preventDefault();
    void engine.stop().then(() => {
      opened.clear();
      app.quit();
    });
  });
}
