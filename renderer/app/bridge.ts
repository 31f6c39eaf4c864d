import type { Bridge } from "#shared/api/bridge.ts";

declare global {
  interface Window {
    readonly jingfei?: Bridge<File>;
  }
}

/** The bridge that the preload put into this window. Throws when the page was not opened by the app. */
export function bridge(): Bridge<File> {
  if (window.jingfei === undefined) throw new Error("经费工作台须从桌面程序打开");
  return window.jingfei;
}
