import type { KeptSheet } from "#shared/api/invoiceLife.ts";
import { Section } from "../../../components/Page.tsx";
import { MendedNotes } from "../import/check/EntryNotes.tsx";
import type { MendedCell } from "../import/check/mendedCells.ts";

const shown = 50;

/** Cells that were imported otherwise than the file has them. */
export function MendedSection({ cells }: Readonly<{ cells: readonly MendedCell[] }>) {
  if (cells.length === 0) return null;
  return (
    <Section title="改过的格子" note={`${cells.length} 格，文件本身没有变`}>
      <MendedNotes cells={cells.slice(0, shown)} />
      {cells.length > shown ? <p className="jf-soft">另有 {cells.length - shown} 格没有列出。</p> : null}
    </Section>
  );
}

/** Which row was taken for the header, and which columns were read. */
export function ReadColumns({ sheets }: Readonly<{ sheets: readonly KeptSheet[] }>) {
  const used = sheets.filter(({ kind }) => kind !== "ignored");
  if (used.length === 0) return null;
  return (
    <Section title="读取的列">
      {used.map(({ name, headerRow, columns }) => (
        <p key={name} className="jf-soft jf-batch-cells">
          {`“${name}”${headerRow === 0 ? "没有表头" : `第 ${headerRow} 行为表头`}：`}
          {columns
            .filter(({ field }) => field !== null)
            .map(({ title }) => title)
            .join("、")}
        </p>
      ))}
    </Section>
  );
}
