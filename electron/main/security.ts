import type { App, IpcMainEvent, IpcMainInvokeEvent, Session } from "electron";
import { isLocal, pageOrigin } from "./pageAddress.ts";

/** The program needs no network and no device: everything that could reach one is refused. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }));
  session.on("will-download", (event) => event.preventDefault());
}

/** Whatever page is ever made, it stays on our address and opens no other. */
export function lockContents(app: App): void {
  app.on("web-contents-created", (_created, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

/** Only the top frame of our own page may talk to the shell. */
export function isOurPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;
}
