import { App, Button } from "antd";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { request } from "./client.ts";
import { errorText } from "./errorText.ts";
import { type Notify, NotifyContext } from "./notify.ts";

const secondsToRead = 12;

const paragraphs = (lines: readonly string[]) => lines.map((line) => <p key={line}>{line}</p>);

/** Puts the notices on the screen. */
export function NotifyProvider({ children }: Readonly<{ children: ReactNode }>) {
  const { message, notification } = App.useApp();

  const notify = useMemo<Notify>(() => {
    const failed: Notify["failed"] = ({ message: title, hint }) =>
      notification.error({
        key: title,
        title,
        description: hint,
        duration: secondsToRead,
        placement: "bottomRight",
      });
    return {
      failed,
      clear: () => notification.destroy(),
      done: (text) => void message.success(text),
      warned: (title, but) =>
        notification.warning({
          key: title,
          title,
          description: paragraphs(but),
          duration: 0,
          placement: "bottomRight",
        }),
      exported: (fileName, file, warnings = []) => {
        const ask = (route: "shell.openFile" | "shell.showInFolder") => () => {
          request(route, { file }).catch((error: unknown) => failed(errorText(error)));
        };
        notification.success({
          key: fileName,
          title: "已导出",
          description: paragraphs([fileName, ...warnings]),
          duration: secondsToRead,
          placement: "bottomRight",
          actions: (
            <>
              <Button size="small" type="text" onClick={ask("shell.showInFolder")}>
                打开所在文件夹
              </Button>
              <Button size="small" onClick={ask("shell.openFile")}>
                打开文件
              </Button>
            </>
          ),
        });
      },
    };
  }, [message, notification]);

  return <NotifyContext value={notify}>{children}</NotifyContext>;
}
