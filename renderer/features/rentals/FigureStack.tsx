import { formatYuan } from "#shared/kernel/cents.ts";
import { type Figures, figureKeys, figureWords } from "./matrix.ts";

type Props = Readonly<{
  figures: Figures;
  /** Quantity × price, above the figures. */
  lead: string;
  /** It is another one than in the month before. */
  leadStrong?: boolean;
  strong?: boolean;
  /** Leaves zeros out. */
  quiet?: boolean;
}>;

/** Due, invoiced, paid and the difference, one below the other; what is zero stays quiet. */
export function FigureStack({ figures, lead, leadStrong = false, strong = false, quiet = false }: Props) {
  return (
    <div className={strong ? "jf-stack jf-strong" : "jf-stack"}>
      <span className={leadStrong ? "jf-stack-lead jf-stack-changed" : "jf-stack-lead"}>{lead}</span>
      {figureKeys.map((key) => (
        <span key={key} data-figure={key} data-zero={figures[key] === 0}>
          {figures[key] === 0 && (quiet || key === "differenceCents") ? "" : formatYuan(figures[key])}
        </span>
      ))}
    </div>
  );
}

/** The words for these lines, in the column beside the names. */
export function FigureWords({ lead }: Readonly<{ lead: string }>) {
  return (
    <td className="jf-matrix-words" aria-hidden>
      <div className="jf-stack">
        <span className="jf-stack-lead">{lead}</span>
        {figureKeys.map((key) => (
          <span key={key}>{figureWords[key]}</span>
        ))}
      </div>
    </td>
  );
}
