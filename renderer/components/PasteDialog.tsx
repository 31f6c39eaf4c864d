import { type ReactNode, useState } from "react";
import { FormDialog } from "./FormDialog.tsx";
import { Field } from "./fields/Field.tsx";
import { PasteArea } from "./PasteArea.tsx";
import "./paste.css";
import { type PasteColumn, type PastedLine, readPastedTable } from "./pasteTable.ts";

type Props<Key extends string> = Readonly<{
  title: string;
  columns: readonly PasteColumn<Key>[];
  /** What one line is called: 台, 人, 条. */
  counter: string;
  pending: boolean;
  /** More fields above the list. */
  children?: ReactNode;
  onConfirm: (lines: readonly PastedLine<Key>[]) => void;
  onCancel: () => void;
}>;

const shownLines = 6;
const shownProblems = 5;

/** A list pasted from a worksheet: how it is read is shown before it is taken. */
export function PasteDialog<Key extends string>(props: Props<Key>) {
  const { title, columns, counter } = props;
  const [text, setText] = useState("");
  const { lines, problems } = readPastedTable(text, columns);
  const names = columns.map((column) => (column.needed ? `${column.title}（必填）` : column.title));
  return (
    <FormDialog
      title={title}
      width={760}
      okText={lines.length === 0 ? "登记" : `登记 ${lines.length} ${counter}`}
      pending={props.pending}
      ready={lines.length > 0}
      changed={text !== ""}
      onSubmit={() => props.onConfirm(lines)}
      onClose={props.onCancel}
    >
      {props.children}
      <Field
        label="从 Excel 复制后粘贴到这里"
        note={`各列依次为：${names.join("、")}。第一行是表头的，按表头对应，次序不限。`}
      >
        {(id) => <PasteArea id={id} rows={7} figures text={text} onChange={setText} />}
      </Field>
      {text.trim() === "" ? null : (
        <div role="status" className="jf-paste-read">
          <p>
            读出 <b className="jf-num">{lines.length}</b> {counter}
            {problems.length === 0 ? null : (
              <span className="jf-field-problem">，{problems.length} 行有问题、不会登记</span>
            )}
          </p>
          {problems.slice(0, shownProblems).map((problem) => (
            <p key={problem} className="jf-field-problem">
              {problem}
            </p>
          ))}
          {lines.length === 0 ? null : <Preview columns={columns} lines={lines.slice(0, shownLines)} />}
          {lines.length > shownLines ? <p className="jf-faint">……共 {lines.length} 行</p> : null}
        </div>
      )}
    </FormDialog>
  );
}

function Preview<Key extends string>({
  columns,
  lines,
}: Readonly<{ columns: readonly PasteColumn<Key>[]; lines: readonly PastedLine<Key>[] }>) {
  return (
    <table className="jf-paste-table">
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            {columns.map(({ key, kind }) => (
              <td key={key}>{kind === "date" ? (line.date(key) ?? "") : line.text(key)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
