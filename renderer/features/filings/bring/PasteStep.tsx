import { Button } from "antd";
import { useState } from "react";
import { Field } from "../../../components/fields/Field.tsx";
import { PasteArea } from "../../../components/PasteArea.tsx";

/** Where a paper begins: pasted here, dropped on the page or opened by the button above. */
export function PasteStep({
  reading,
  onTake,
}: Readonly<{ reading: boolean; onTake: (text: string) => void }>) {
  const [text, setText] = useState("");
  const isBlank = text.trim() === "";
  const take = () => {
    if (!isBlank && !reading) onTake(text);
  };
  return (
    <div className="jf-bring-paste">
      <Field
        label="把申报表、填报表、情况说明的全部内容复制，粘贴到这里"
        note="几份材料在同一份文件里的，一起粘贴即可。也可以把 Word、Excel、PDF、文本文件拖到这一页，或从右上角打开。按 Ctrl+Enter 读取。"
      >
        {(id) => <PasteArea id={id} rows={18} text={text} onChange={setText} onTake={take} />}
      </Field>
      <Button type="primary" disabled={isBlank} loading={reading} onClick={take}>
        读取
      </Button>
    </div>
  );
}
