import { Input, type InputProps } from "antd";
import type { ReactNode } from "react";
import type { TypedText } from "./useTypedText.ts";
import "./inputs.css";

/** What every field of this folder takes, besides its value. */
export type FieldProps = Readonly<{
  id?: string;
  disabled?: boolean;
  placeholder?: string;
  "aria-label"?: string;
  autoFocus?: boolean;
  size?: "small" | "middle";
  variant?: "outlined" | "borderless";
}>;

type Props = FieldProps &
  Readonly<{ typed: TypedText; wrongText: string; suffix?: ReactNode; numeric?: boolean }>;

/** A text field over typed text: Enter and leaving it take over, Escape forgets. */
export function TypedInput({ typed, wrongText, suffix, numeric, ...rest }: Props) {
  const status: InputProps["status"] = typed.wrong ? "error" : "";
  return (
    <Input
      {...rest}
      className={numeric ? "jf-input-number" : "jf-input"}
      autoComplete="off"
      status={status}
      suffix={suffix}
      title={typed.wrong ? wrongText : undefined}
      aria-invalid={typed.wrong}
      value={typed.text}
      onChange={(event) => typed.type(event.target.value)}
      // A figure or a day is written anew, not added to.
      onFocus={(event) => event.target.select()}
      onBlur={typed.commit}
      onPressEnter={typed.commit}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !typed.pending) return;
        // Gives up what was typed, not the page it is on.
        event.preventDefault();
        typed.revert();
      }}
    />
  );
}
