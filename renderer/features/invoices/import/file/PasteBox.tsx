import { Button } from "antd";
import { useState } from "react";
import { Field } from "../../../../components/fields/Field.tsx";
import { formatCount } from "../../../../components/inputs/readDecimal.ts";
import { PasteArea } from "../../../../components/PasteArea.tsx";
import { pasteRows } from "../../../../components/pasteRows.ts";

/** For who looks for a place to paste into; what can be read is read when one says so. */
export function PasteBox({ busy, onTake }: Readonly<{ busy: boolean; onTake: (text: string) => void }>) {
  const [text, setText] = useState("");
  const rows = text.trim() === "" ? 0 : (pasteRows(text.trim())?.length ?? 1);
  const take = () => {
    if (rows > 1) onTake(text);
  };
  return (
    <div className="jf-paste-box">
      <Field
        label="在 Excel 或 WPS 里选中发票，连同表头一起复制，粘贴到这里"
        note={rows === 0 ? "按 Ctrl+V 粘贴，再按 Ctrl+Enter 读取。" : undefined}
        problem={rows === 1 ? "只有一行。请连同表头一起复制，表头下面至少一行发票。" : undefined}
      >
        {(id) => <PasteArea id={id} rows={6} figures text={text} onChange={setText} onTake={take} />}
      </Field>
      <Button type="primary" disabled={busy || rows < 2} onClick={take}>
        {rows < 2 ? "读取" : `读取 ${formatCount(rows)} 行`}
      </Button>
    </div>
  );
}
