import type { SourceLine } from "#shared/filings/source.ts";
import { cellKey, isSpot, type Spot, type Spots } from "./spots.ts";

type Props = Readonly<{
  lines: readonly SourceLine[];
  spots: Spots;
  active: Spot | null;
  onPick: (spot: Spot) => void;
}>;

/** The paper as it stands; what was read of it is marked, and leads to what it was read as. */
export function SourceText({ lines, spots, active, onPick }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section className="jf-source jf-selectable" aria-label="原文" tabIndex={0}>
      <p className="jf-source-legend">
        <mark className="jf-source-value">读出</mark>
        <mark className="jf-source-unsure">拿不准</mark>
        <mark className="jf-source-label">标签</mark>
        <mark className="jf-source-unused">未采用</mark>
      </p>
      {lines.map(({ place, cells }, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their number alone
        <div key={line} className="jf-source-line">
          <span className="jf-source-place jf-faint jf-num">{place.replace(/^第(\d+)行$/, "$1")}</span>
          <span className="jf-source-cells">
            {cells.map((cell, index) => {
              const mark = spots.get(cellKey({ line, cell: index }));
              if (mark === undefined || cell.trim() === "") return null;
              const { spot, look } = mark;
              const isActive = isSpot(spot, active);
              const name = `jf-source-${look}${isActive ? " jf-source-active" : ""}`;
              return spot === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their number alone
                <mark key={index} className={name} title={mark.as}>
                  {cell}
                </mark>
              ) : (
                // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard one goes through what was read, and the text follows
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their number alone
                <mark key={index} className={name} title={mark.as} onClick={() => onPick(spot)}>
                  {cell}
                </mark>
              );
            })}
          </span>
        </div>
      ))}
    </section>
  );
}
