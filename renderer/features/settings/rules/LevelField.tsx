import { useRef, useState } from "react";
import type { RuleView } from "#shared/api/checks.ts";
import { choices } from "../../../components/choices.ts";
import { Segments } from "../../../components/Segments.tsx";
import { levelWords } from "./ruleWords.ts";

type Level = RuleView["severity"];
type Props = Readonly<{ value: Level; onChange: (value: Level) => void }>;

const options = choices(levelWords);

/**
 * The level of a rule. A click says what is meant; the arrows pass by others on their way, so what they chose counts
 * once Enter is pressed or the field is left, and Escape goes back.
 */
export function LevelField({ value, onChange }: Props) {
  const [passing, setPassing] = useState<Level | null>(null);
  const [saved, setSaved] = useState(value);
  if (saved !== value) {
    setSaved(value);
    setPassing(null);
  }
  const byMouse = useRef(false);
  const settle = () => {
    if (passing !== null && passing !== value) onChange(passing);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the choices inside
    <div
      className="jf-rule-level"
      onPointerDown={() => {
        byMouse.current = true;
      }}
      onKeyDown={(event) => {
        byMouse.current = false;
        if (event.key === "Enter") settle();
        if (event.key !== "Escape" || passing === null) return;
        event.preventDefault();
        event.stopPropagation();
        setPassing(null);
        // The keys were on what is not chosen any more.
        const at = options.findIndex((option) => option.value === value);
        event.currentTarget.querySelectorAll("input").item(at).focus();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) settle();
      }}
    >
      <Segments
        label="等级"
        value={passing ?? value}
        options={options}
        onChange={(level) => {
          setPassing(level);
          if (byMouse.current) onChange(level);
        }}
      />
      <span className="jf-rule-level-note" role="status">
        {passing === null || passing === value ? "" : "按 Enter 保存"}
      </span>
    </div>
  );
}
