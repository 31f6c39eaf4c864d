import { stat } from "node:fs/promises";
import path from "node:path";
import { app, BrowserWindow, type IpcMainInvokeEvent, ipcMain, shell } from "electron";
import { z } from "zod";
import type { FileToken } from "#shared/api/fields.ts";
import type { OutputOf, ParsedInputOf } from "#shared/api/route.ts";
import {
  type About,
  type PickedFile,
  type ShellRoutes,
  saveFormats,
  shellRoutes,
} from "#shared/api/shell.ts";
import type { Result } from "#shared/api/wire.ts";
import { paperExtensions } from "#shared/attachments/paperTypes.ts";
import { UserError } from "#shared/kernel/errors.ts";
import { askForFile, askForFolder, askForPapers, askForSave } from "./dialogs.ts";
import type { GrantBook } from "./grants.ts";
import type { OpenedFiles } from "./openedFiles.ts";
import { isOurPage } from "./security.ts";

/** Asked by the preload script alone, which reads the path off the dropped file; the page cannot name one. */
const privateRoutes = {
  "shell.dropped": { input: z.strictObject({ path: z.string().min(1) }) },
} as const;

const routes = { ...shellRoutes, ...privateRoutes };

type ShellHandlers = Readonly<{
  [Name in keyof ShellRoutes]: (
    input: ParsedInputOf<ShellRoutes[Name]>,
    window: BrowserWindow,
  ) => Promise<OutputOf<ShellRoutes[Name]>>;
}> &
  Readonly<{ "shell.dropped": (input: { path: string }) => Promise<PickedFile> }>;

/** What a dropped file may be: the same that the dialogs offer for reading. */
const droppable = ["xlsm", "csv", "tsv", "txt", "zip", "json", "jingfei", ...paperExtensions].map(
  (ending) => `.${ending}`,
);
/** Only what we write ourselves and papers are opened, so that no token ever starts a program. */
const openable = saveFormats.filter((format) => format !== "jingfei").map((format) => `.${format}`);

type ShellProps = Readonly<{ grants: GrantBook; opened: OpenedFiles; log: (text: string) => void }>;

export function answerShellRequests({ grants, opened, log }: ShellProps): void {
  const handlers = createHandlers(grants, opened);
  ipcMain.handle("shell", (event, route: unknown, input: unknown) =>
    answer(handlers, event, route, input, log),
  );
}

async function answer(
  handlers: ShellHandlers,
  event: IpcMainInvokeEvent,
  route: unknown,
  input: unknown,
  log: (text: string) => void,
): Promise<Result<unknown>> {
  const window = BrowserWindow.fromWebContents(event.sender);
  if (!isOurPage(event) || !window) return refusal("这个请求不是来自本程序的窗口。");
  if (typeof route !== "string" || !Object.hasOwn(routes, route)) return refusal("没有这样的请求。");
  const name = route as keyof typeof routes;
  const parsed = routes[name].input.safeParse(input);
  if (!parsed.success) return refusal(`请求 ${name} 的内容不对：${z.prettifyError(parsed.error)}`);
  try {
    return { ok: true, data: await handlers[name](parsed.data as never, window) };
  } catch (error) {
    if (error instanceof UserError) {
      return {
        ok: false,
        error: { code: error.code, message: error.message, ...(error.hint && { hint: error.hint }) },
      };
    }
    log(`${name} ${error}\n`);
    return {
      ok: false,
      error: { code: "internal", message: "程序内部出错，这一步没有完成。", hint: "请重试。" },
    };
  }
}

const refusal = (message: string): Result<never> => ({ ok: false, error: { code: "bad-request", message } });

function createHandlers(grants: GrantBook, opened: OpenedFiles): ShellHandlers {
  const chosen = async (file: string | undefined, access: "read" | "write") =>
    file === undefined ? null : grants.grant(file, access);
  return {
    // A ledger is opened to be worked in; other files are only read.
    "shell.pickFile": async ({ purpose }, window) =>
      chosen(await askForFile(window, purpose), purpose === "ledger" ? "write" : "read"),
    "shell.pickPapers": async (_input, window) =>
      Promise.all((await askForPapers(window)).map((file) => grants.grant(file, "read"))),
    "shell.placeToOpen": async ({ name, format }) => grants.grant(opened.place(name, format), "write"),
    "shell.pickFolder": async (_input, window) => chosen(await askForFolder(window), "write"),
    "shell.pickSave": async ({ suggestedName, format }, window) =>
      chosen(await askForSave(window, suggestedName, format), "write"),
    "shell.showInFolder": async ({ file }) => {
      shell.showItemInFolder(knownPath(grants, file));
      return null;
    },
    "shell.openFile": async ({ file }) => {
      const target = knownPath(grants, file);
      if (!openable.includes(path.extname(target).toLowerCase())) throw refused("这种文件不从这里打开。");
      const failure = await shell.openPath(target);
      if (failure !== "") throw refused("这台电脑上没有能打开它的程序，或者文件已经不在了。");
      return null;
    },
    "shell.about": async () => about(),
    "shell.dropped": async ({ path: dropped }) => {
      if (!path.isAbsolute(dropped) || !(await isDroppable(dropped))) {
        throw refused(
          "这里不接受这种文件：请拖入 Excel 工作簿、csv、zip，或作为附件的 PDF、OFD、图片、XML、Office 文件。",
        );
      }
      return grants.grant(dropped, "read");
    },
  };
}

/** A folder too: of 数电票 XML. */
const isDroppable = async (dropped: string): Promise<boolean> =>
  droppable.includes(path.extname(dropped).toLowerCase()) ||
  (await stat(dropped).then(
    (found) => found.isDirectory(),
    () => false,
  ));

function knownPath(grants: GrantBook, token: FileToken): string {
  const known = grants.pathOf(token);
  if (known === undefined) throw refused("这个文件不是本次运行中选择的，请重新选择。");
  return known;
}

const refused = (message: string) => new UserError({ code: "refused", message });

function about(): About {
  const { electron, node, chrome } = process.versions;
  return {
    name: app.getName(),
    version: app.getVersion(),
    electron,
    node,
    chrome,
    system: `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
  };
}
