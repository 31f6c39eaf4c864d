import { Button, type ButtonProps } from "antd";
import { readOnlyWords, useClosedYear } from "../app/closedYear.ts";

/** A button that changes something of the year at the top: in a closed year it cannot be pressed, and says why. */
export function WriteButton({ disabled, title, ...rest }: ButtonProps) {
  const closed = useClosedYear();
  return (
    <Button
      {...rest}
      disabled={disabled === true || closed !== null}
      title={closed === null ? title : readOnlyWords(closed)}
    />
  );
}
