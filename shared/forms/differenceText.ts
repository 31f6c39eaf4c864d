import { formatYuan } from "../kernel/cents.ts";
import type { CellChange, EntryChange, FormDifference } from "./formDifference.ts";

export const changeWords: Readonly<Record<EntryChange["kind"], string>> = {
  added: "新增",
  removed: "删去",
  changed: "改动",
};

/** "（+1,200.00）", "（-80.00）". */
export const deltaText = ({ deltaCents }: Pick<CellChange, "deltaCents">): string =>
  deltaCents === null ? "" : `（${deltaCents > 0 ? "+" : ""}${formatYuan(deltaCents)}）`;

/** What changed, line by line, for a terminal or a print: removed text in ［－］, added text in ［＋］. */
export function differenceText({ entries, unchanged, layoutOnly }: FormDifference): string {
  if (layoutOnly) return "文字和数字都一样，只有版式不同。";
  if (entries.length === 0) return "两者完全一样。";
  return [...entries.flatMap(entryLines), `其余 ${unchanged} 处没有变化。`].join("\n");
}

function entryLines(entry: EntryChange): readonly string[] {
  const place = entry.section === "" ? "" : `${entry.section} › `;
  const renamed = entry.nameBefore === null ? "" : `（原名：${entry.nameBefore}）`;
  return [
    `【${changeWords[entry.kind]}】${place}${entry.name}${renamed}`,
    ...entry.cells.map((cell) => `    ${cell.label === "" ? "" : `${cell.label}：`}${cellLine(cell)}`),
  ];
}

function cellLine(cell: CellChange): string {
  if (cell.before === "") return cell.after;
  if (cell.after === "") return `${cell.before} → （空）`;
  if (!cell.parts.some(({ kind }) => kind === "same"))
    return `${cell.before} → ${cell.after}${deltaText(cell)}`;
  return cell.parts
    .map(({ kind, text }) =>
      kind === "same" ? shortened(text) : kind === "added" ? `［＋${text}］` : `［－${text}］`,
    )
    .join("");
}

/** Of what stayed the same only what stands next to a change is read. */
const shortened = (text: string): string =>
  text.length <= 44 ? text : `${text.slice(0, 20)}……${text.slice(-20)}`;
