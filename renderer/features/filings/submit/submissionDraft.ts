import type { SubmissionPreview } from "#shared/api/submissions.ts";
import type { Occasion } from "#shared/filings/occasions.ts";
import type { FormId } from "#shared/forms/formKinds.ts";

type Said = Readonly<{
  occasion: Occasion | null;
  /** Papers that were ticked, or not, by hand. */
  said: ReadonlyMap<FormId, boolean>;
  title: string | null;
}>;

type Draft = Readonly<{ occasion: Occasion; forms: FormId[]; title: string }>;

/** What would go out: the papers of what is due, and its name, as far as nobody said otherwise. */
export function submissionDraft(preview: SubmissionPreview | undefined, chosen: Said): Draft {
  const occasion = chosen.occasion ?? preview?.occasion ?? "apply";
  const papers = preview?.papers ?? [];
  return {
    occasion,
    forms: papers
      .filter((paper) => chosen.said.get(paper.form) ?? paper.occasion === occasion)
      .map(({ form }) => form),
    title: chosen.title ?? preview?.titles[occasion] ?? "",
  };
}
