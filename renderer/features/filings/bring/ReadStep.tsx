import { useState } from "react";
import type { BringPreview } from "#shared/api/bring.ts";
import type { ApiOutput } from "#shared/api/contract.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { OfferLead, OfferList, withoutCurrent } from "./OfferList.tsx";
import type { BringSource } from "./spots.ts";
import { TargetBar } from "./TargetBar.tsx";
import { TextAndReads } from "./TextAndReads.tsx";

type Props = Readonly<{
  source: BringSource;
  preview: BringPreview;
  project: ProjectChoice | null;
  onDone: (result: ApiOutput<"filings.bring">) => void;
}>;

/** The paper as it stands, what was read of it beside, and where it goes. */
export function ReadStep({ source, preview, project, onDone }: Props) {
  const [isNew, setNew] = useState(project === null);
  const [said, setSaid] = useState<Readonly<Record<string, number | null>>>({});
  /** What was chosen; else all that papers say for a new project, and what is lacking for one that is there. */
  const chosen = Object.fromEntries(
    preview.offers.map(({ key, proposed, candidates }) => {
      const usual = isNew ? (candidates[0]?.paper ?? null) : proposed;
      return [key, said[key] === undefined ? usual : said[key]];
    }),
  );
  const offers = isNew ? preview.offers.map(withoutCurrent) : preview.offers;
  return (
    <TextAndReads
      lines={preview.lines}
      papers={preview.papers}
      offers={preview.offers}
      name="读出的内容"
      lead={<OfferLead papers={preview.papers} offers={offers} />}
      rows={(look) => (
        <OfferList
          {...look}
          preview={preview}
          offers={offers}
          chosen={chosen}
          onChoose={(key, paper) => setSaid((now) => ({ ...now, [key]: paper }))}
        />
      )}
    >
      <TargetBar
        source={source}
        preview={preview}
        project={project}
        isNew={isNew}
        onNew={setNew}
        chosen={chosen}
        onDone={onDone}
      />
    </TextAndReads>
  );
}
