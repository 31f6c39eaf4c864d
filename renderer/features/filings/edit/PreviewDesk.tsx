import { useEffect, useState } from "react";
import type { FilingPreview, FormSubject } from "#shared/api/filings.ts";
import type { FieldSource } from "#shared/forms/source.ts";
import { focusPlace } from "../../../components/paperPlaces.tsx";
import { FilingFindings } from "../FilingFindings.tsx";
import { PaperPreview } from "../PaperPreview.tsx";
import { EditPane } from "./EditPane.tsx";
import { placeName } from "./placeNames.ts";

type Props = Readonly<{
  preview: FilingPreview;
  subject: FormSubject;
  /** A place that is filled in on the paper's own sheet. */
  onEntry: (source: FieldSource) => void;
}>;

const onOwnSheet: ReadonlySet<FieldSource["entity"]> = new Set(["actual", "monitoring", "evaluation"]);

/** A paper as it will be printed, and beside it the fields behind the place that was chosen, or what stands in the way. */
export function PreviewDesk({ preview, subject, onEntry }: Props) {
  const [open, setOpen] = useState<FieldSource | null>(null);
  const [left, setLeft] = useState<FieldSource | null>(null);
  // The keys go back when the pane has gone.
  useEffect(() => {
    if (left !== null) focusPlace(left);
  }, [left]);
  const projectId = "projectId" in subject ? subject.projectId : null;
  const places =
    projectId === null
      ? undefined
      : {
          nameOf: placeName,
          open,
          onOpen: (source: FieldSource) =>
            onOwnSheet.has(source.entity) ? onEntry(source) : setOpen(source),
        };
  const { findings } = preview;
  const isBeside = open !== null || findings.length > 0;
  return (
    <div className={isBeside ? "jf-filing jf-filing-checked" : "jf-filing"}>
      <PaperPreview preview={preview} places={places} />
      {open !== null && projectId !== null ? (
        <EditPane
          projectId={projectId}
          source={open}
          onClose={() => {
            setLeft({ ...open });
            setOpen(null);
          }}
        />
      ) : findings.length === 0 ? null : (
        <FilingFindings findings={findings} />
      )}
    </div>
  );
}
