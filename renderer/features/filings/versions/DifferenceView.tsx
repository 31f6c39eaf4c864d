import type { VersionComparison } from "#shared/api/submissions.ts";
import { changeWords, deltaText } from "#shared/forms/differenceText.ts";
import type { CellChange, EntryChange } from "#shared/forms/formDifference.ts";
import type { TextPart } from "#shared/forms/textDifference.ts";

/** Two versions of a paper side by side: only what differs, each at what it is about. */
export function DifferenceView({ comparison }: Readonly<{ comparison: VersionComparison }>) {
  const { fromLabel, toLabel, difference } = comparison;
  const { entries, unchanged, layoutOnly } = difference;
  if (entries.length === 0) {
    return (
      <p className="jf-soft jf-difference-none" role="status">
        {layoutOnly ? "文字和数字都一样，只有版式不同。" : "两者完全一样。"}
      </p>
    );
  }
  return (
    <>
      <table className="jf-difference jf-selectable">
        <thead>
          <tr>
            <th className="jf-difference-place">位置</th>
            <th>{fromLabel}</th>
            <th>{toLabel}</th>
          </tr>
        </thead>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may bear one name, and the list never moves
          <Entry key={index} entry={entry} />
        ))}
      </table>
      <p className="jf-faint">其余 {unchanged} 处没有变化。</p>
    </>
  );
}

function Entry({ entry }: Readonly<{ entry: EntryChange }>) {
  const { kind, section, name, nameBefore } = entry;
  return (
    <tbody>
      <tr className="jf-difference-head">
        <th colSpan={3} scope="rowgroup">
          <span className="jf-difference-kind">{changeWords[kind]}</span>
          {section === "" ? null : <span className="jf-faint">{section} › </span>}
          {name}
          {nameBefore === null ? null : <span className="jf-soft">（原名：{nameBefore}）</span>}
        </th>
      </tr>
      {entry.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a heading may stand twice, and the list never moves
        <tr key={index}>
          <td className="jf-soft">{cell.label}</td>
          <td>
            <Parts parts={cell.parts} without="added" />
          </td>
          <td>
            <Parts parts={cell.parts} without="removed" />
            <Delta cell={cell} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** One side of a difference, with what is only on this side marked. */
export function Parts({
  parts,
  without,
}: Readonly<{ parts: readonly TextPart[]; without: "added" | "removed" }>) {
  return parts
    .filter(({ kind }) => kind !== without)
    .map(({ kind, text }, index) => {
      const key = `${index} ${text.length}`;
      if (kind === "same") return <span key={key}>{text}</span>;
      return kind === "added" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
    });
}

const Delta = ({ cell }: Readonly<{ cell: CellChange }>) =>
  cell.deltaCents === null ? null : <span className="jf-soft jf-num">{deltaText(cell)}</span>;
