import type { Id } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";

/** What the ticket that was just scanned says otherwise than the ledger. */
export function ScanNote({ invoiceId, text }: Readonly<{ invoiceId: Id; text: string }>) {
  const { data } = useApi("invoices.scan", { text });
  if (data?.kind !== "found" || data.invoice.id !== invoiceId) return null;
  const { differences } = data;
  return (
    <div className={differences.length === 0 ? "jf-life-note" : "jf-life-note jf-life-warn"} role="status">
      {differences.length === 0
        ? "扫码核对：票面与账本一致。"
        : differences.map(({ label, ledger, ticket }) => (
            <p key={label}>
              {label}与票面不一致：账本 <b className="jf-num">{ledger}</b>，票面{" "}
              <b className="jf-num">{ticket}</b>。请对照原件。
            </p>
          ))}
    </div>
  );
}
