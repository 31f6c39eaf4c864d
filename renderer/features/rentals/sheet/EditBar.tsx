import { Button } from "antd";
import { countEdits } from "./edits.ts";
import type { Sheet } from "./useSheet.ts";

type Props = Readonly<{ sheet: Sheet; onSave: () => void }>;

const mostProblems = 2;

/** What is typed and not saved yet, and why the last of it was not taken. Not there while there is neither. */
export function EditBar({ sheet, onSave }: Props) {
  const count = countEdits(sheet.edits);
  const { problems } = sheet;
  if (count === 0 && problems.length === 0) return null;
  const more = problems.length - mostProblems;
  return (
    <div className="jf-matrix-bar">
      {problems.length === 0 ? null : (
        <span role="alert" className="jf-field-problem">
          {problems.slice(0, mostProblems).join(" ")}
          {more > 0 ? ` 另有 ${more} 处没有改。` : ""}
        </span>
      )}
      <span className="jf-spacer" />
      {count === 0 ? null : (
        <>
          <span role="status">
            已改 <b className="jf-num">{count}</b> 个月，还没有保存
          </span>
          <Button size="small" title="Ctrl+Z" onClick={sheet.undo}>
            撤销一步
          </Button>
          <Button size="small" onClick={sheet.drop}>
            全部放弃
          </Button>
          <Button size="small" type="primary" title="Ctrl+S" onClick={onSave}>
            查看变化并保存
          </Button>
        </>
      )}
    </div>
  );
}
