import { type KeyboardEvent, useRef, useState } from "react";
import type { Step, Typing } from "./places.ts";
import "./sheet.css";

type Props = Readonly<{
  writing: Typing;
  label: string;
  wrong: boolean;
  onEnd: (text: string | null, then: Step) => boolean;
}>;

const arrows: Readonly<Record<string, Step>> = {
  ArrowUp: "ArrowUp",
  ArrowDown: "ArrowDown",
  ArrowLeft: "ArrowLeft",
  ArrowRight: "ArrowRight",
};

/** Enter goes down, Tab goes on, Escape leaves the cell as it was; arrows go on too where typing began with a letter. */
function stepOf(event: KeyboardEvent, by: Typing["by"]): Step | null {
  if (event.key === "Enter") return event.shiftKey ? "ArrowUp" : "ArrowDown";
  if (event.key === "Tab") return event.shiftKey ? "ArrowLeft" : "ArrowRight";
  return by === "typing" ? (arrows[event.key] ?? null) : null;
}

/** The field over a cell that is being typed into. */
export function CellInput({ writing, label, wrong, onEnd }: Props) {
  const [text, setText] = useState(writing.text);
  const ended = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "Escape" ? "stay" : stepOf(event, writing.by);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    // Ending moves the focus, and losing it would end it once more.
    ended.current = true;
    ended.current = onEnd(event.key === "Escape" ? null : text, step);
  };
  return (
    <input
      className="jf-cell-input jf-num"
      aria-label={label}
      aria-invalid={wrong}
      // biome-ignore lint/a11y/noAutofocus: typing began in this cell
      autoFocus
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={(event) => {
        if (writing.by === "F2") event.currentTarget.select();
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!ended.current) onEnd(text, "left");
      }}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
