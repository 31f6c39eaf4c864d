import type { BatchRow } from "#shared/api/invoiceLife.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { MendedNotes } from "../import/check/EntryNotes.tsx";
import type { MendedCell } from "../import/check/mendedCells.ts";

type Props = Readonly<{ id: Id; mended: readonly MendedCell[] }>;

/** One row of a batch in full: its invoice, what was changed, what it said. */
export function RowDetail({ id, mended }: Props) {
  const row = useApi("invoices.batchRow", { id });
  return (
    <div className="jf-batch-row" aria-live="polite">
      <Loaded query={row}>{(found) => <Row row={found} mended={mended} />}</Loaded>
    </div>
  );
}

function Row({ row, mended }: Readonly<{ row: BatchRow; mended: readonly MendedCell[] }>) {
  const { invoice, changes, cells, message, number } = row;
  return (
    <>
      <p className="jf-batch-row-head">
        <span className="jf-faint">
          {row.sheet} {row.row === 0 ? "" : `第 ${row.row} 行`}
        </span>
        {invoice === null ? (
          <span className="jf-num">{number}</span>
        ) : (
          <>
            <PaperLink kind="invoice" id={invoice.id}>
              <span className="jf-num">{invoice.number}</span>
            </PaperLink>
            <span className="jf-batch-seller" title={invoice.sellerName}>
              {invoice.sellerName}
            </span>
            <Amount value={invoice.grossCents} />
          </>
        )}
      </p>
      <MendedNotes cells={mended} />
      {changes.map(({ label, before, after }) => (
        <p key={label}>
          <span className="jf-faint">{label}　</span>
          <s className="jf-faint">{before === "" ? "空" : before}</s> → {after}
        </p>
      ))}
      {changes.length === 0 && message !== "" ? <p>{message}</p> : null}
      {cells.length === 0 ? null : (
        <p className="jf-soft jf-batch-cells">
          {cells.map(({ title, text }) => `${title} ${text}`).join("　")}
        </p>
      )}
    </>
  );
}
