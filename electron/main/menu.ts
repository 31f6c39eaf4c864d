import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import type { EventMessage, MenuCommand } from "#shared/api/wire.ts";

/** Sets the menu; its own commands are only passed on, the page knows what they mean. */
export function setMenu(windowToTell: () => BrowserWindow | undefined): void {
  const tell = (command: MenuCommand) => () => {
    const message: EventMessage = { kind: "event", event: "menu.command", payload: { command } };
    windowToTell()?.webContents.send("event", message);
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(tell)));
}

type Tell = (command: MenuCommand) => () => void;

export const menuTemplate = (tell: Tell): MenuItemConstructorOptions[] => [
  {
    label: "文件",
    submenu: [
      { label: "新建账本…", click: tell("ledger.new") },
      { label: "打开账本…", accelerator: "CmdOrCtrl+O", click: tell("ledger.open") },
      { label: "关闭账本", click: tell("ledger.close") },
      { type: "separator" },
      { label: "导入发票…", accelerator: "CmdOrCtrl+I", click: tell("invoices.import") },
      { type: "separator" },
      { label: "退出", role: "quit" },
    ],
  },
  {
    label: "编辑",
    submenu: [
      { label: "撤销", role: "undo" },
      { label: "重做", role: "redo" },
      { type: "separator" },
      { label: "剪切", role: "cut" },
      { label: "复制", role: "copy" },
      { label: "粘贴", role: "paste" },
      { label: "全选", role: "selectAll" },
    ],
  },
  {
    label: "视图",
    submenu: [
      { label: "放大", role: "zoomIn", accelerator: "CmdOrCtrl+=" },
      { label: "缩小", role: "zoomOut" },
      { label: "实际大小", role: "resetZoom" },
      { type: "separator" },
      { label: "全屏", role: "togglefullscreen" },
      ...(app.isPackaged ? [] : ([{ label: "开发者工具", role: "toggleDevTools" }] as const)),
    ],
  },
  { label: "帮助", submenu: [{ label: "关于", click: tell("help.about") }] },
];
