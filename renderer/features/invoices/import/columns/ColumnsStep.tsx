import { useState } from "react";
import type { FileInspection } from "#shared/invoices/inspection.ts";
import type { Said } from "#shared/invoices/said.ts";
import { useApi } from "../../../../app/useApi.ts";
import { Loaded } from "../../../../components/Page.tsx";
import { Segments } from "../../../../components/Segments.tsx";
import type { ColumnPlace, Remember } from "../useWizard.ts";
import { obstacle, sayColumn, wantedSheets } from "../wizard.ts";
import { ColumnTable } from "./ColumnTable.tsx";
import { RememberLine } from "./RememberLine.tsx";
import "./columns.css";

type Props = Readonly<{
  inspection: FileInspection;
  said: Said;
  remember: Remember;
  /** The column to begin with; else what has to be decided. */
  start: ColumnPlace | null;
  onSay: (said: Said) => void;
  onRemember: (remember: Remember) => void;
}>;

/** What each column is: as it was recognised, and as the officer says. */
export function ColumnsStep({ inspection, said, remember, start, onSay, onRemember }: Props) {
  const fields = useApi("invoices.fields", {});
  const wanted = wantedSheets(inspection, said);
  const lacking = wanted.find(({ missing }) => missing.length > 0);
  const [name, setName] = useState(() => start?.sheet ?? (lacking ?? wanted[0])?.name ?? "");
  const sheet = wanted.find((each) => each.name === name) ?? wanted[0];
  if (sheet === undefined) return <p className="jf-step-lead">{obstacle(inspection, said)}</p>;
  return (
    <>
      <div className="jf-columns-head">
        <p className="jf-step-lead" role="status">
          <Lead inspection={inspection} said={said} />
        </p>
        {wanted.length < 2 ? null : (
          <Segments
            label="工作表"
            value={sheet.name}
            options={wanted.map((each) => ({ value: each.name, label: each.name }))}
            onChange={setName}
          />
        )}
      </div>
      <Loaded query={fields}>
        {(choices) => (
          <ColumnTable
            key={sheet.name}
            sheet={sheet}
            choices={choices}
            startTitle={start?.sheet === sheet.name ? start.title : null}
            onField={(index, field) => onSay(sayColumn(said, sheet, index, field))}
          />
        )}
      </Loaded>
      <RememberLine inspection={inspection} remember={remember} onChange={onRemember} />
    </>
  );
}

/** In one sentence: what is missing still, else that nothing is. */
function Lead({ inspection, said }: Readonly<{ inspection: FileInspection; said: Said }>) {
  const missing = obstacle(inspection, said);
  const doubts = wantedSheets(inspection, said).flatMap(({ columns }) =>
    columns.filter(({ doubt }) => doubt !== null),
  ).length;
  if (missing !== "")
    return (
      <>
        <span className="jf-strong">{missing}</span>请在下面指出是哪一列。
      </>
    );
  return doubts > 0 ? (
    <>
      需要的列都有了，<span className="jf-strong">有 {doubts} 列请看一眼</span>。
    </>
  ) : (
    "需要的列都有了。认错的，在“是什么”里改。"
  );
}
