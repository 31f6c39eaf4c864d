import { Select } from "antd";
import { useState } from "react";
import { clearable } from "../../../components/choices.ts";
import type { PaperChoice } from "./paperChoices.ts";

type Props = Readonly<{
  label: string;
  autoFocus?: boolean;
  value: string | null;
  /** The papers that fit what was typed. */
  choices: (typed: string) => readonly PaperChoice[];
  onChange: (choice: PaperChoice | undefined) => void;
}>;

/** Chooses an instalment or an invoice by typing a part of it; the note says whose it is and what it has left. */
export function PaperPick({ label, autoFocus = false, value, choices, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const found = choices(typed);
  return (
    <Select
      aria-label={label}
      autoFocus={autoFocus}
      className="jf-paper-pick"
      popupMatchSelectWidth={420}
      allowClear={clearable}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={`选择${label}`}
      value={value}
      options={found.map((choice) => ({ value: choice.value, label: choice.label, note: choice.note }))}
      optionRender={({ data }) => (
        <span className="jf-paper-option">
          <span className="jf-num">{data.label}</span>
          <span className="jf-faint jf-num">{data.note}</span>
        </span>
      )}
      notFoundContent={typed === "" ? `没有可选的${label}` : `没有找到“${typed}”`}
      onOpenChange={(isOpen) => {
        // Typing opens the list: what was typed is what is looked for.
        if (!isOpen) setTyped("");
      }}
      onChange={(id) => onChange(found.find((choice) => choice.value === id))}
    />
  );
}
