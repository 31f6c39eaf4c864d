import { type RollOverItem, rollOverKinds } from "#shared/api/rollOver.ts";
import { rollOverWords } from "#shared/words/rollOver.ts";
import "./rollover.css";

/** What of a project went along, changed, stayed behind or is still wanted: what needs a look first. */
export function RollOverItems({ items }: Readonly<{ items: readonly RollOverItem[] }>) {
  return (
    <div className="jf-rollover-items jf-selectable">
      {rollOverKinds.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <details key={kind} open={kind !== "carried"}>
            <summary>
              {rollOverWords[kind]} <span className="jf-soft jf-num">{ofKind.length}</span>
            </summary>
            <table>
              <tbody>
                {ofKind.map((item, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two of a kind may bear one name, and the list never moves
                  <tr key={index}>
                    <td className="jf-soft">{item.area}</td>
                    <td>{item.name}</td>
                    <td>{valueText(item)}</td>
                    <td className="jf-faint">{item.note}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
    </div>
  );
}

const longest = 60;
const short = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}……`);

function valueText({ kind, before, after }: RollOverItem): string {
  if (kind === "carried" || kind === "left") return short(before);
  if (before === "") return short(after);
  return `${short(before)} → ${after === "" ? "（空）" : short(after)}`;
}
