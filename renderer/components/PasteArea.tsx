import { Input } from "antd";

type Props = Readonly<{
  id: string;
  text: string;
  rows: number;
  /** Columns of figures stand under each other. */
  figures?: boolean;
  onChange: (text: string) => void;
  /** Ctrl+Enter; plain Enter is a line of the text. */
  onTake?: () => void;
}>;

/** Text pasted from elsewhere, its lines kept as they are: it has the keys at once, for Ctrl+V. */
export function PasteArea({ id, text, rows, figures = false, onChange, onTake }: Props) {
  return (
    <Input.TextArea
      id={id}
      autoFocus
      rows={rows}
      wrap="off"
      className={figures ? "jf-num" : ""}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (onTake === undefined || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onTake();
      }}
    />
  );
}
