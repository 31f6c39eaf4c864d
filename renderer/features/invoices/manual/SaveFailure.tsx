import { Button } from "antd";
import { RequestError } from "../../../app/client.ts";
import { errorText } from "../../../app/errorText.ts";

type Props = Readonly<{ error: Error | null; onOpenDouble: (id: string) => void }>;

/** Why it was not saved, in the form that is to be mended; of a double the way to the invoice that is there. */
export function SaveFailure({ error, onOpenDouble }: Props) {
  if (error === null) return null;
  const { message, hint } = errorText(error);
  const double = error instanceof RequestError ? error.details?.invoiceId : undefined;
  return (
    <div className="jf-manual-failure" role="alert">
      <p>{message}</p>
      {hint === undefined ? null : <p className="jf-soft">{hint}</p>}
      {typeof double === "string" ? (
        <Button size="small" onClick={() => onOpenDouble(double)}>
          打开已有的那一张
        </Button>
      ) : null}
    </div>
  );
}
