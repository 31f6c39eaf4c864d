import { useEffect, useRef } from "react";
import type { InstalmentView } from "#shared/api/contracts.ts";
import { instalmentWords, waitWords } from "#shared/words/words.ts";
import { Amount } from "../../../components/Amount.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { instalmentTones } from "../../../components/statusTones.ts";
import { type Lane, totalsOf } from "../timeline.ts";
import { InstalmentPapers } from "./InstalmentPapers.tsx";

type Props = Readonly<{
  lane: Lane;
  picked: string | null;
  onPick: (instalmentId: string | null) => void;
  onEdit: (instalment: InstalmentView) => void;
}>;

/** The instalments of one lane along a rail, today's line between them, and their sums. */
export function InstalmentList({ lane, picked, onPick, onEdit }: Props) {
  const instalments = lane.rows.flatMap((row) => (row.kind === "instalment" ? [row.instalment] : []));
  const totals = totalsOf(instalments);
  return (
    <ol className="jf-line">
      <li className="jf-line-head" aria-hidden>
        <span />
        <span>期次</span>
        <span className="jf-right">应付</span>
        <span className="jf-right">已开票</span>
        <span className="jf-right">已付</span>
        <span>状态</span>
      </li>
      {lane.rows.map((row) =>
        row.kind === "today" ? (
          <li key="today" className="jf-line-today">
            <span>今天 {row.date}</span>
          </li>
        ) : (
          <InstalmentItem
            key={row.instalment.id}
            instalment={row.instalment}
            open={row.instalment.id === picked}
            onToggle={() => onPick(row.instalment.id === picked ? null : row.instalment.id)}
            onEdit={() => onEdit(row.instalment)}
          />
        ),
      )}
      <li className="jf-line-head jf-line-foot">
        <span />
        <span>合计</span>
        <Amount value={totals.payableCents} />
        <Amount value={totals.invoicedCents} />
        <Amount value={totals.paidCents} />
        <span />
      </li>
    </ol>
  );
}

type ItemProps = Readonly<{
  instalment: InstalmentView;
  open: boolean;
  onToggle: () => void;
  onEdit: () => void;
}>;

function InstalmentItem({ instalment, open, onToggle, onEdit }: ItemProps) {
  const { label, status, payableCents, invoicedCents, paidCents, deductionCents } = instalment;
  const item = useRef<HTMLLIElement>(null);
  const tone = instalmentTones[status];

  useEffect(() => {
    if (open) item.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [open]);

  return (
    <li ref={item} className={open ? "jf-line-item jf-line-expanded" : "jf-line-item"} data-tone={tone}>
      <button type="button" className="jf-plain jf-line-row" aria-expanded={open} onClick={onToggle}>
        <span className="jf-line-node" aria-hidden />
        <span className="jf-line-label">
          <span className="jf-strong">{label}</span>
          <span className="jf-faint jf-num">{windowText(instalment)}</span>
        </span>
        <span className="jf-line-amount">
          <Amount value={payableCents} />
          {deductionCents > 0 ? (
            <span className="jf-faint jf-num">
              扣 <Amount value={deductionCents} />
            </span>
          ) : null}
        </span>
        <span className={`jf-line-amount${invoicedCents === 0 ? " jf-faint" : ""}`}>
          <Amount value={invoicedCents} />
        </span>
        <span className={`jf-line-amount${paidCents === 0 ? " jf-faint" : ""}`}>
          <Amount value={paidCents} />
        </span>
        <StatusTag tone={tone}>{instalmentWords[status]}</StatusTag>
      </button>
      {open ? (
        <InstalmentPapers instalment={instalment} onEdit={onEdit} />
      ) : (
        <PaperLine instalment={instalment} />
      )}
    </li>
  );
}

/** From when it may be paid and until when, or which paper it waits for. */
function windowText({ kind, waitsFor, earliestDate, dueDate, periodTo }: InstalmentView): string {
  const short = (date: string) => (date.slice(0, 4) === periodTo.slice(0, 4) ? date.slice(5) : date);
  if (waitsFor !== null) return waitWords[waitsFor];
  if (earliestDate === null) return kind === "advance" ? "合同签订后起算" : "收票、验收后起算";
  return `${short(earliestDate)} 起${dueDate === null ? "" : `，最迟 ${short(dueDate)}`}`;
}

/** What is there already, in one quiet line; nothing when there is nothing. */
function PaperLine({ instalment }: Readonly<{ instalment: InstalmentView }>) {
  const { acceptance, invoiceNumbers, paymentNos } = instalment;
  const words = [
    acceptance === null ? null : `验收 ${acceptance.documentNo || acceptance.acceptedOn}`,
    invoiceNumbers.length === 0 ? null : `发票 ${several(invoiceNumbers)}`,
    paymentNos.length === 0 ? null : `付款 ${several(paymentNos)}`,
  ].filter((text) => text !== null);
  return words.length === 0 ? null : <p className="jf-line-papers jf-faint jf-num">{words.join("　")}</p>;
}

const several = (numbers: readonly string[]): string =>
  numbers.length > 1 ? `${numbers[0]} 等 ${numbers.length} 张` : (numbers[0] ?? "");
