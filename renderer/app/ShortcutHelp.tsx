import { Modal } from "antd";
import { actionGroups, actions } from "./actions.ts";

const inTables = [
  ["↑ ↓ PgUp PgDn", "在表格中移动"],
  ["Enter", "打开所在行，再按进入详情"],
  ["Esc", "关闭详情、清除筛选"],
  ["空格", "勾选所在行"],
  ["Ctrl+F", "筛选当前表格，再按 ↓ 进入表格"],
] as const;

const onPayments = [["Ctrl+Enter", "保存填写的付款、办理下一步"]] as const;

/** Every shortcut there is, read off the commands themselves. */
export function ShortcutHelp({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const groups = actionGroups.map((group) => ({
    group,
    entries: actions.flatMap(({ group: own, shortcut, title }) =>
      own === group && shortcut !== undefined ? [[shortcut, title] as const] : [],
    ),
  }));
  return (
    <Modal open={open} onCancel={onClose} title="快捷键一览" footer={null} width={720} destroyOnHidden>
      <div className="jf-shortcuts">
        {[...groups, { group: "表格", entries: inTables }, { group: "付款", entries: onPayments }]
          .filter(({ entries }) => entries.length > 0)
          .map(({ group, entries }) => (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {entries.map(([keys, title]) => (
                  <div key={keys}>
                    <dt>{title}</dt>
                    <dd>
                      <kbd>{keys}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
