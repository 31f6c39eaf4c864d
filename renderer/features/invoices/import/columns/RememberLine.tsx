import { Checkbox, Input } from "antd";
import { useId } from "react";
import type { FileInspection } from "#shared/invoices/inspection.ts";
import { instantText } from "../../../../components/DateText.tsx";
import type { Remember } from "../useWizard.ts";

type Props = Readonly<{
  inspection: FileInspection;
  remember: Remember;
  onChange: (remember: Remember) => void;
}>;

/** Whether the next list with these titles is taken the same way, and what it is called. */
export function RememberLine({ inspection: { remembered }, remember, onChange }: Props) {
  const id = useId();
  return (
    <div className="jf-remember">
      <Checkbox
        checked={remember.on}
        onChange={(event) => onChange({ ...remember, on: event.target.checked })}
      >
        记住这种列对应，下次自动使用
      </Checkbox>
      {remember.on ? (
        <span className="jf-remember-name">
          <label htmlFor={id}>名称</label>
          <Input
            id={id}
            value={remember.name}
            maxLength={60}
            placeholder="例如：记账公司"
            status={remember.name.trim() === "" ? "error" : ""}
            onChange={(event) => onChange({ ...remember, name: event.target.value })}
          />
        </span>
      ) : null}
      <span className="jf-spacer" />
      {remembered === null ? null : (
        <span className="jf-soft">
          已按“{remembered.name}”（{instantText(remembered.savedAt).slice(0, 10)} 记住）对应
        </span>
      )}
    </div>
  );
}
