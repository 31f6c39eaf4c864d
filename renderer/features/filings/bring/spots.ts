import type { BringPreview } from "#shared/api/bring.ts";
import type { ApiInput } from "#shared/api/contract.ts";
import type { OfferKey } from "#shared/filings/offers.ts";
import type { CellRef } from "#shared/filings/source.ts";

export type BringSource = ApiInput<"filings.previewBring">["source"];

/** One paper's say on one thing. */
export type Spot = Readonly<{ key: OfferKey; paper: number }>;

export type Mark = Readonly<{
  /** What the cell is: 项目名称, 表头; or why it is not used. */
  as: string;
  look: "value" | "label" | "unsure" | "unused";
  spot: Spot | null;
}>;

export type Spots = ReadonlyMap<string, Mark>;

export const cellKey = ({ line, cell }: CellRef): string => `${line}:${cell}`;

/** What each cell of the document was taken for, and the offer it stands behind. */
export function spotsOf({ papers, offers }: Pick<BringPreview, "papers" | "offers">): Spots {
  const marks = new Map<string, Mark>();
  for (const { uses, unused } of papers) {
    for (const cell of uses) marks.set(cellKey(cell), { as: cell.as, look: "label", spot: null });
    for (const cell of unused) {
      marks.set(cellKey(cell), { as: `未采用：${cell.reason}`, look: "unused", spot: null });
    }
  }
  for (const { key, candidates } of offers) {
    for (const { paper, at, remarks } of candidates) {
      const look = remarks.some(({ kind }) => kind === "unsure") ? "unsure" : "value";
      for (const cell of at) {
        const known = marks.get(cellKey(cell));
        if (known?.spot !== null) continue;
        marks.set(cellKey(cell), { as: known.as, look, spot: { key, paper } });
      }
    }
  }
  return marks;
}

export const isSpot = (left: Spot | null, right: Spot | null): boolean =>
  left !== null && right !== null && left.key === right.key && left.paper === right.paper;
