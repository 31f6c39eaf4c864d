import { Button } from "antd";
import { errorText } from "../app/errorText.ts";
import "./page.css";

/** A failure in the place of what could not be shown: what is wrong, and what to do next. */
export function ErrorBox({ error, onRetry }: Readonly<{ error: unknown; onRetry?: () => void }>) {
  const { message, hint } = errorText(error);
  return (
    <div className="jf-error-box jf-selectable" role="alert">
      <p className="jf-strong">{message}</p>
      {hint === undefined ? null : <p>{hint}</p>}
      {onRetry === undefined ? null : (
        <Button size="small" disabled={false} onClick={onRetry}>
          再试一次
        </Button>
      )}
    </div>
  );
}
