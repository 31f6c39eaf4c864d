import { describe, expect, it, vi } from "vitest";
import { menuCommands } from "#shared/api/wire.ts";
import {
  type ActionContext,
  actionFor,
  actions,
  findActions,
  type KeyPress,
} from "../../../renderer/app/actions.ts";
import { nouns } from "../../../renderer/app/nouns.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

const contextOf = (ledgerOpen: boolean): ActionContext => ({
  ledgerOpen,
  go: vi.fn(),
  show: vi.fn(),
  ledger: { openSample: vi.fn(), open: vi.fn(), close: vi.fn() },
  refresh: vi.fn(),
  focusScope: vi.fn(),
  otherHalf: vi.fn(),
});

describe("commands", () => {
  it("have ids and shortcuts of their own", () => {
    const ids = actions.map(({ id }) => id);
    const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it("lead to every noun", () => {
    const context = contextOf(true);
    for (const action of actions.filter(({ id }) => id.startsWith("go."))) action.perform(context);
    expect(vi.mocked(context.go).mock.calls.flat()).toEqual(
      expect.arrayContaining(nouns.map(({ path }) => path)),
    );
  });

  it("carry out whatever the system's menu can ask for", () => {
    const ids = actions.map(({ id }) => id);
    expect(menuCommands.filter((command) => !ids.includes(command))).toEqual([]);
  });

  it("are few while no ledger is open", () => {
    const closed = actions.filter((action) => action.enabled(contextOf(false))).map(({ id }) => id);
    expect(closed).toContain("ledger.open");
    expect(closed).not.toContain("ledger.close");
    expect(closed).not.toContain("go.payments");
  });
});

describe("shortcuts", () => {
  it.each([
    [press("k", { ctrlKey: true }), "view.palette"],
    [press("K", { metaKey: true }), "view.palette"],
    [press("3", { ctrlKey: true }), "go.contracts"],
    [press("F1"), "help.shortcuts"],
  ])("%o is %s", (key, id) => {
    expect(actionFor(key)?.id).toBe(id);
  });

  it("need exactly their keys", () => {
    expect(actionFor(press("k"))).toBeUndefined();
    expect(actionFor(press("k", { ctrlKey: true, shiftKey: true }))).toBeUndefined();
  });
});

describe("the palette", () => {
  const found = (typed: string) => findActions(actions, typed).map(({ id }) => id);

  it("finds by Chinese words and by pinyin letters", () => {
    expect(found("导入")).toEqual(["invoices.import", "payments.import"]);
    expect(found("drfp")).toEqual(["invoices.import"]);
    expect(found("前往 发票")).toEqual(["go.invoices"]);
  });

  it("shows everything for nothing typed and nothing for what is not there", () => {
    expect(found("")).toHaveLength(actions.length);
    expect(found("股票")).toEqual([]);
  });
});
