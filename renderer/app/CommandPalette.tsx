import { Input, Modal } from "antd";
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useState } from "react";
import type { FoundRecord, LedgerStatus } from "#shared/api/ledger.ts";
import { type Action, type ActionContext, actions, findActions } from "./actions.ts";
import { pathTo, subjectWords } from "./paths.ts";
import { useStatus } from "./status.ts";
import { useApi } from "./useApi.ts";

type Props = Readonly<{ open: boolean; onClose: () => void; context: ActionContext }>;

const projectActions = (ledger: LedgerStatus["ledger"]): readonly Action[] =>
  (ledger?.projects ?? []).map(({ id, code, name, fiscalYear }) => ({
    id: `project.${id}`,
    title: `项目：${name}（${fiscalYear} 年度，${code}）`,
    group: "前往",
    letters: code.toLowerCase(),
    enabled: () => true,
    perform: ({ go }) => go(`/projects/${id}`),
  }));

const recordAction = ({ kind, id, number, name, isVoid }: FoundRecord): Action => ({
  id: `${kind}.${id}`,
  title: `${subjectWords[kind]}：${[number, name].filter(Boolean).join(" ")}${isVoid ? "（作废）" : ""}`,
  group: "前往",
  letters: "",
  enabled: () => true,
  perform: ({ go }) => go(pathTo(kind, id)),
});

type FoundRecords = Readonly<{
  records: readonly Action[];
  /** The ledger has answered, and to what is typed now. */
  isSettled: boolean;
}>;

/** A number or a name is asked for from the second sign on: one alone is in nearly all of them. */
function useFoundRecords(typed: string): FoundRecords {
  const { ledger } = useStatus();
  const now = typed.normalize("NFKC").trim();
  const text = useDeferredValue(now);
  const isAsked = ledger !== null && text.length > 1;
  const found = useApi("ledger.find", { text }, { enabled: isAsked });
  const isSettled = text === now && !(isAsked && found.isPending);
  return { records: (found.data ?? []).map(recordAction), isSettled };
}

/**
 * Ctrl+K: every command and every project, found by its Chinese name or its pinyin letters; contracts, payments, invoices
 * and vendors by number or name.
 */
export function CommandPalette({ open, onClose, context }: Props) {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      destroyOnHidden
      style={{ top: 88 }}
      className="jf-palette"
      aria-label="查找命令"
    >
      <PaletteList context={context} onClose={onClose} />
    </Modal>
  );
}

function PaletteList({ context, onClose }: Omit<Props, "open">) {
  const { ledger } = useStatus();
  const [typed, setTyped] = useState("");
  const [index, setIndex] = useState(0);
  const known = [...actions.filter((action) => action.enabled(context)), ...projectActions(ledger)];
  const commands = findActions(known, typed);
  const { records, isSettled } = useFoundRecords(typed);
  const found = [...commands, ...records];
  const active = Math.max(0, Math.min(index, found.length - 1));
  const isKnown = active < commands.length || isSettled;

  const perform = (action: Action | undefined) => {
    if (action === undefined) return;
    onClose();
    action.perform(context);
  };
  /** Enter came before what it is meant for. */
  const [isEntered, setEntered] = useState(false);
  const go = useEffectEvent(() => {
    setEntered(false);
    perform(found[active]);
  });
  useEffect(() => {
    if (isEntered && isSettled) go();
  }, [isEntered, isSettled]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    setEntered(event.key === "Enter" && !isKnown);
    if (event.key === "Enter") perform(isKnown ? found[active] : undefined);
    else if (event.key === "ArrowDown") setIndex(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setIndex(Math.max(active - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls="jf-palette-list"
        aria-activedescendant={`jf-palette-${active}`}
        placeholder="输入命令、编号、名称或拼音首字母，例如 fp"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setEntered(false);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="jf-palette-list" role="listbox" aria-label="命令" tabIndex={-1} className="jf-palette-list">
        {found.map((action, at) => (
          <button
            key={action.id}
            type="button"
            role="option"
            id={`jf-palette-${at}`}
            tabIndex={-1}
            aria-selected={at === active}
            className="jf-plain jf-palette-item"
            ref={at === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : null}
            onClick={() => perform(action)}
          >
            <span className="jf-palette-title">{action.title}</span>
            {action.shortcut === undefined ? null : <kbd>{action.shortcut}</kbd>}
          </button>
        ))}
        {found.length === 0 && isSettled ? <p className="jf-palette-none">没有找到，请换一个词。</p> : null}
      </div>
    </>
  );
}
