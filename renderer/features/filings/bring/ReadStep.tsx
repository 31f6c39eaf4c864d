import { useMemo, useState } from "react";
import type { BringPreview } from "#shared/api/bring.ts";
import type { ApiOutput } from "#shared/api/contract.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { OfferList } from "./OfferList.tsx";
import { SourceText } from "./SourceText.tsx";
import { type BringSource, type Spot, spotsOf } from "./spots.ts";
import { TargetBar } from "./TargetBar.tsx";

type Props = Readonly<{
  source: BringSource;
  preview: BringPreview;
  project: ProjectChoice | null;
  onDone: (result: ApiOutput<"filings.bring">) => void;
}>;

/** The paper as it stands, what was read of it beside, and where it goes. */
export function ReadStep({ source, preview, project, onDone }: Props) {
  const spots = useMemo(() => spotsOf(preview), [preview]);
  const [isNew, setNew] = useState(project === null);
  const [said, setSaid] = useState<Readonly<Record<string, number | null>>>({});
  /** What was chosen; else all that papers say for a new project, and what is lacking for one that is there. */
  const chosen = Object.fromEntries(
    preview.offers.map(({ key, proposed, candidates }) => {
      const usual = isNew ? (candidates[0]?.paper ?? null) : proposed;
      return [key, said[key] === undefined ? usual : said[key]];
    }),
  );
  /** What is looked at, and on which side it was chosen: the other side follows. */
  const [active, setActive] = useState<Readonly<{ spot: Spot; from: "text" | "offers" }> | null>(null);
  return (
    <div className="jf-bring">
      <SourceText
        lines={preview.lines}
        spots={spots}
        active={active?.spot ?? null}
        follows={active?.from === "offers"}
        onPick={(spot) => setActive({ spot, from: "text" })}
      />
      <OfferList
        preview={preview}
        isNew={isNew}
        chosen={chosen}
        active={active?.spot ?? null}
        follows={active?.from === "text"}
        onLook={(spot) => setActive({ spot, from: "offers" })}
        onChoose={(key, paper) => setSaid((now) => ({ ...now, [key]: paper }))}
      />
      <TargetBar
        source={source}
        preview={preview}
        project={project}
        isNew={isNew}
        onNew={setNew}
        chosen={chosen}
        onDone={onDone}
      />
    </div>
  );
}
