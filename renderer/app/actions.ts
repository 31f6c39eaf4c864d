import { nouns } from "./nouns.ts";

/** What a command may do. Made once by the window and handed to whatever the officer used: menu, shortcut or palette. */
export type ActionContext = Readonly<{
  ledgerOpen: boolean;
  go: (path: string) => void;
  show: (dialog: DialogName) => void;
  ledger: Readonly<{ openSample: () => void; open: () => void; close: () => void }>;
  refresh: () => void;
  focusScope: () => void;
  /** From the list into its detail and back. */
  otherHalf: () => void;
}>;

export type DialogName = "palette" | "shortcuts" | "about" | "newLedger" | "undo" | "redo";

export const actionGroups = ["前往", "账本", "编辑", "发票", "付款", "查看", "帮助"] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** One object per command: it makes the entry of the menu, the shortcut and the entry of the palette. */
export type Action = Readonly<{
  id: string;
  title: string;
  group: ActionGroup;
  /** As it is shown; `Ctrl` is the command key on a Mac. */
  shortcut?: string;
  /** Pinyin letters to find it by in the palette. */
  letters: string;
  /** False hides it: most commands need an open ledger. */
  enabled: (context: ActionContext) => boolean;
  /** The shortcut belongs to the text while one is being typed. */
  notInText?: true;
  perform: (context: ActionContext) => void;
}>;

const always = () => true;
const whileOpen = (context: ActionContext) => context.ledgerOpen;

const goActions: readonly Action[] = nouns.map(({ key, path, title, letters, digit }) => ({
  id: `go.${key}`,
  title: `前往${title}`,
  group: "前往",
  ...(digit === null ? {} : { shortcut: `Ctrl+${digit}` }),
  letters: `qw${letters}`,
  enabled: whileOpen,
  perform: ({ go }) => go(path),
}));

export const actions: readonly Action[] = [
  ...goActions,
  {
    id: "go.schedule",
    title: "前往付款期次",
    group: "前往",
    letters: "qwfkqc",
    enabled: whileOpen,
    perform: ({ go }) => go("/schedule"),
  },
  {
    id: "ledger.new",
    title: "新建账本…",
    group: "账本",
    letters: "xjzb",
    enabled: always,
    perform: ({ show }) => show("newLedger"),
  },
  {
    id: "ledger.open",
    title: "打开账本…",
    group: "账本",
    shortcut: "Ctrl+O",
    letters: "dkzb",
    enabled: always,
    perform: ({ ledger }) => ledger.open(),
  },
  {
    id: "ledger.sample",
    title: "打开示例…",
    group: "账本",
    letters: "dksl",
    enabled: always,
    perform: ({ ledger }) => ledger.openSample(),
  },
  {
    id: "ledger.close",
    title: "关闭账本",
    group: "账本",
    letters: "gbzb",
    enabled: whileOpen,
    perform: ({ ledger }) => ledger.close(),
  },
  {
    id: "edit.undo",
    title: "撤销上一步…",
    group: "编辑",
    shortcut: "Ctrl+Z",
    letters: "cxsyb",
    enabled: whileOpen,
    notInText: true,
    perform: ({ show }) => show("undo"),
  },
  {
    id: "edit.redo",
    title: "重做…",
    group: "编辑",
    shortcut: "Ctrl+Y",
    letters: "czuo",
    enabled: whileOpen,
    notInText: true,
    perform: ({ show }) => show("redo"),
  },
  {
    id: "invoices.import",
    title: "导入发票…",
    group: "发票",
    shortcut: "Ctrl+I",
    letters: "drfp",
    enabled: whileOpen,
    perform: ({ go }) => go("/invoices?import=1"),
  },
  {
    id: "invoices.enter",
    title: "手工登记发票…",
    group: "发票",
    letters: "sgdjfp",
    enabled: whileOpen,
    perform: ({ go }) => go("/invoices?enter=1"),
  },
  {
    id: "invoices.scan",
    title: "扫码查找发票…",
    group: "发票",
    letters: "smczfp",
    enabled: whileOpen,
    perform: ({ go }) => go("/invoices?scan=1"),
  },
  {
    id: "papers.take",
    title: "收发票原件…",
    group: "发票",
    letters: "sfpyj",
    enabled: whileOpen,
    perform: ({ go }) => go("/invoices?view=papers&take=1"),
  },
  {
    id: "payments.new",
    title: "新建付款…",
    group: "付款",
    letters: "xjfk",
    enabled: whileOpen,
    perform: ({ go }) => go("/payments?new=1"),
  },
  {
    id: "payments.import",
    title: "导入付款…",
    group: "付款",
    letters: "drfk",
    enabled: whileOpen,
    perform: ({ go }) => go("/payments?import=1"),
  },
  {
    id: "view.palette",
    title: "查找命令、合同、发票、付款…",
    group: "查看",
    shortcut: "Ctrl+K",
    letters: "cz",
    enabled: always,
    perform: ({ show }) => show("palette"),
  },
  {
    id: "view.scope",
    title: "切换年度和项目",
    group: "查看",
    shortcut: "Ctrl+J",
    letters: "qhndxm",
    enabled: whileOpen,
    perform: ({ focusScope }) => focusScope(),
  },
  {
    id: "view.otherHalf",
    title: "在列表和详情之间切换",
    group: "查看",
    shortcut: "F6",
    letters: "zlbhxqzjqh",
    enabled: whileOpen,
    perform: ({ otherHalf }) => otherHalf(),
  },
  {
    id: "view.refresh",
    title: "刷新",
    group: "查看",
    shortcut: "F5",
    letters: "sx",
    enabled: whileOpen,
    perform: ({ refresh }) => refresh(),
  },
  {
    id: "help.shortcuts",
    title: "快捷键一览",
    group: "帮助",
    shortcut: "F1",
    letters: "kjj",
    enabled: always,
    perform: ({ show }) => show("shortcuts"),
  },
  {
    id: "help.about",
    title: "关于经费工作台",
    group: "帮助",
    letters: "gy",
    enabled: always,
    perform: ({ show }) => show("about"),
  },
];

export type KeyPress = Readonly<{
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}>;

/** The command that a key press stands for, if any. */
export function actionFor(press: KeyPress, list: readonly Action[] = actions): Action | undefined {
  const held = [
    press.ctrlKey || press.metaKey ? "Ctrl" : "",
    press.altKey ? "Alt" : "",
    press.shiftKey ? "Shift" : "",
  ].filter((name) => name !== "");
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const pressed = [...held, key].join("+");
  return list.find((action) => action.shortcut === pressed);
}

/** Those that fit every word typed, by title or by pinyin letters. */
export function findActions(list: readonly Action[], typed: string): readonly Action[] {
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/);
  return list.filter((action) =>
    words.every((word) => action.title.toLowerCase().includes(word) || action.letters.includes(word)),
  );
}
