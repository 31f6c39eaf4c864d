import { FileAddOutlined, FolderOpenOutlined, ReadOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useStatus } from "../../app/status.ts";
import { useLedgerCommands } from "../../app/useLedgerCommands.ts";
import "../../components/page.css";
import "./start.css";

/** The first page: the three ways to a ledger, and those opened before. */
export function StartPage({ onNew }: Readonly<{ onNew: () => void }>) {
  const { recent, failure } = useStatus();
  const commands = useLedgerCommands();
  return (
    <main className="jf-start">
      <div className="jf-start-sheet">
        <h1>经费工作台</h1>
        <p className="jf-soft">
          预算、合同、发票、付款和申报，一本账管到底。账本是一个文件，只存在这台电脑上。
        </p>
        {failure === null ? null : (
          <div className="jf-error-box jf-start-failure" role="alert">
            <p className="jf-strong">上次的账本没有打开：{failure.message}</p>
            <p>{failure.hint}</p>
          </div>
        )}
        <div className="jf-start-ways">
          <Way
            icon={<ReadOutlined />}
            title="打开示例"
            text="先看一看：一个街道半年的账，含合同、发票和付款。"
            busy={commands.busy}
            onClick={commands.openSample}
          />
          <Way
            icon={<FileAddOutlined />}
            title="新建账本"
            text="为本单位建一本新账，从一个预算年度开始。"
            busy={commands.busy}
            onClick={onNew}
          />
          <Way
            icon={<FolderOpenOutlined />}
            title="打开已有账本"
            text="选择以前保存的 .jingfei 文件。"
            busy={commands.busy}
            onClick={commands.open}
          />
        </div>
        {recent.length === 0 ? null : (
          <section>
            <h2>最近打开</h2>
            <ul className="jf-start-recent">
              {recent.map(({ id, name, folder }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="jf-plain"
                    disabled={commands.busy}
                    onClick={() => commands.openRecent(id)}
                  >
                    <span>{name}</span>
                    <span className="jf-faint">{folder}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
}

type WayProps = Readonly<{
  icon: ReactNode;
  title: string;
  text: string;
  busy: boolean;
  onClick: () => void;
}>;

function Way({ icon, title, text, busy, onClick }: WayProps) {
  return (
    <button type="button" className="jf-plain jf-start-way" disabled={busy} onClick={onClick}>
      <span className="jf-start-icon">{icon}</span>
      <span className="jf-start-title">{title}</span>
      <span className="jf-soft">{text}</span>
    </button>
  );
}
