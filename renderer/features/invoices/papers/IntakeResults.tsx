import type { FileToken } from "#shared/api/fields.ts";
import type { SortedFile, TakenPaper, TakenResult } from "#shared/api/papers.ts";
import type { PickedFile } from "#shared/api/shell.ts";
import type { Id } from "#shared/kernel/id.ts";
import { takenWords } from "#shared/words/words.ts";
import { RowButton } from "../../../components/RowButton.tsx";
import { StatusTag, type StatusTone } from "../../../components/StatusTag.tsx";

type Props = Readonly<{
  taken: readonly TakenPaper[];
  /** Lists, and what was not taken at all. */
  others: readonly SortedFile[];
  onPlace: (paper: TakenPaper) => void;
  onImport: (list: PickedFile) => void;
  onOpen: (invoiceId: Id) => void;
}>;

const tones: Readonly<Record<TakenResult, StatusTone>> = {
  linked: "done",
  waiting: "open",
  already: "muted",
  unreadable: "warn",
  refused: "block",
};

/** What asks for something comes first. */
const order: readonly TakenResult[] = ["unreadable", "refused", "waiting", "linked", "already"];

/** What became of each paper: in a sentence, with what to do next. */
export function IntakeResults({ taken, others, onPlace, onImport, onOpen }: Props) {
  const counts = order.map(
    (result) => [result, taken.filter((row) => row.result === result).length] as const,
  );
  const sorted = taken.toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result));
  return (
    <>
      <p className="jf-intake-counts" role="status">
        {counts
          .filter(([, count]) => count > 0)
          .map(([result, count]) => `${takenWords[result]} ${count}`)
          .join("，")}
      </p>
      <ul className="jf-intake-results" aria-label="收发票原件的结果">
        {sorted.map((row) => (
          <li key={`${row.file} ${row.part ?? ""}`}>
            <StatusTag tone={tones[row.result]}>{takenWords[row.result]}</StatusTag>
            <Told name={row.part ?? row.fileName} message={row.message} hint={row.hint} />
            <span className="jf-intake-do">
              <Next row={row} onPlace={onPlace} onImport={onImport} onOpen={onOpen} />
            </span>
          </li>
        ))}
        {others.map(({ file, fileName, is, message }) => (
          <li key={file}>
            <StatusTag tone={is === "list" ? "open" : "block"}>
              {is === "list" ? "清单" : takenWords.refused}
            </StatusTag>
            <Told name={fileName} message={is === "list" ? "发票清单，还没有导入。" : message} hint="" />
            <span className="jf-intake-do">
              {is === "list" ? (
                <RowButton word="导入" of={fileName} onClick={() => onImport({ file, name: fileName })} />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const Told = ({ name, message, hint }: Readonly<{ name: string; message: string; hint: string }>) => (
  <span className="jf-intake-told">
    <span className="jf-strong">{name}</span>
    <span>{message}</span>
    {hint === "" ? null : <span className="jf-soft">{hint}</span>}
  </span>
);

type NextProps = Readonly<{
  row: TakenPaper;
  onPlace: (paper: TakenPaper) => void;
  onImport: (list: PickedFile) => void;
  onOpen: (invoiceId: Id) => void;
}>;

function Next({ row, onPlace, onImport, onOpen }: NextProps) {
  const { invoiceId, result, fileName, file } = row;
  if (result === "unreadable")
    return <RowButton word="指定发票" of={fileName} onClick={() => onPlace(row)} />;
  if (result === "waiting" && /\.xml$/i.test(fileName))
    return <RowButton word="导入" of={fileName} onClick={() => onImport(importable(file, row))} />;
  if (invoiceId === null) return null;
  return <RowButton word="看发票" of={fileName} onClick={() => onOpen(invoiceId)} />;
}

/** The folder or the zip that it lies in is imported as a whole: what is there already is left as it is. */
const importable = (file: FileToken, { part, fileName }: TakenPaper): PickedFile => ({
  file,
  name: part === null ? fileName : (part.split("/")[0] ?? fileName),
});
