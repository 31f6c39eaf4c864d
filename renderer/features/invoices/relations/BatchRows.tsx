import { useState } from "react";
import type { BatchDetail, BatchRow } from "#shared/api/invoiceLife.ts";
import type { Id } from "#shared/kernel/id.ts";
import { rowResults } from "#shared/model/invoice.ts";
import { useApi } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { Loaded, Section } from "../../../components/Page.tsx";
import { PaperLink } from "../../../components/PaperLink.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { AlarmNote } from "./AlarmNote.tsx";
import "./relations.css";

type Part = BatchRow["result"];

const words: Readonly<Record<Part, string>> = {
  new: "新增",
  changed: "变更",
  conflict: "冲突",
  rejected: "拒绝",
  unchanged: "没有选取",
};

/** What an import did, row by row, and what was paid on what it took back. */
export function BatchRows({ batchId }: Readonly<{ batchId: Id }>) {
  const detail = useApi("invoices.batch", { id: batchId });
  return <Loaded query={detail}>{(found) => <Rows detail={found} />}</Loaded>;
}

function Rows({ detail: { alarms, rows, more, sheets } }: Readonly<{ detail: BatchDetail }>) {
  const parts = rowResults.filter((result) => rows.some((row) => row.result === result));
  const [chosen, setChosen] = useState<Part | null>(null);
  const part = chosen ?? parts.find((result) => result !== "new") ?? parts[0];
  const used = sheets.filter(({ kind }) => kind !== "ignored");
  return (
    <>
      {alarms.map((alarm) => (
        <AlarmNote key={alarm.invoice.id} alarm={alarm} named />
      ))}
      {part === undefined ? null : (
        <Section
          title="逐行结果"
          actions={
            <Segments<Part>
              label="结果"
              size="small"
              value={part}
              options={parts.map((value) => ({
                value,
                label: `${words[value]} ${rows.filter(({ result }) => result === value).length}`,
              }))}
              onChange={setChosen}
            />
          }
        >
          <ul className="jf-batch-rows">
            {rows
              .filter(({ result }) => result === part)
              .map((row) => (
                <RowLine key={row.id} row={row} />
              ))}
          </ul>
          {more === 0 ? null : <p className="jf-soft">另有 {more} 行没有列出。</p>}
        </Section>
      )}
      {used.length === 0 ? null : (
        <Section title="读取的列">
          {used.map((sheet) => (
            <p key={sheet.name} className="jf-soft">
              “{sheet.name}”第 {sheet.headerRow} 行为表头：
              {sheet.columns
                .filter(({ field }) => field !== null)
                .map(({ title }) => title)
                .join("、")}
            </p>
          ))}
        </Section>
      )}
    </>
  );
}

function RowLine({ row }: Readonly<{ row: BatchRow }>) {
  const { invoice, changes, cells, message, number } = row;
  return (
    <li>
      <p className="jf-batch-row-head">
        <span className="jf-faint">
          {row.sheet} {row.row === 0 ? "" : `第 ${row.row} 行`}
        </span>
        {invoice === null ? (
          <span className="jf-num">{number}</span>
        ) : (
          <PaperLink kind="invoice" id={invoice.id}>
            <span className="jf-num">{invoice.number}</span>
          </PaperLink>
        )}
        {invoice === null ? null : (
          <>
            <span className="jf-batch-seller">{invoice.sellerName}</span>
            <Amount value={invoice.grossCents} />
          </>
        )}
      </p>
      {changes.map(({ label, before, after }) => (
        <p key={label}>
          <span className="jf-faint">{label}　</span>
          <s className="jf-faint">{before === "" ? "空" : before}</s> → {after}
        </p>
      ))}
      {changes.length === 0 && message !== "" ? <p>{message}</p> : null}
      {cells.length === 0 ? null : (
        <p className="jf-soft">{cells.map(({ title, text }) => `${title} ${text}`).join("　")}</p>
      )}
    </li>
  );
}
