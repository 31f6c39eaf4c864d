import { describe, expect, it } from "vitest";
import type { SubmissionPreview } from "#shared/api/submissions.ts";
import { occasionOf } from "#shared/filings/occasions.ts";
import { type FormId, formIds, formKindOf } from "#shared/forms/formKinds.ts";
import { submissionDraft } from "../../../../renderer/features/filings/submit/submissionDraft.ts";

const preview: SubmissionPreview = {
  asOf: "2022-07-08",
  occasion: "apply",
  titles: { apply: "申报材料", monitoring: "监控材料", selfEvaluation: "自评材料" },
  papers: formIds
    .filter((form) => formKindOf(form).about !== "payment")
    .map((form) => ({
      ...{ form, title: formKindOf(form).title, formats: formKindOf(form).formats, isSame: false },
      ...{ latestNo: null, occasion: occasionOf(form) },
    })),
  checkup: { groups: [], clean: [], blocking: 0 },
};
const nothingSaid = { occasion: null, said: new Map<FormId, boolean>(), title: null };

describe("what would go out", () => {
  it("is what is due, under its name", () => {
    const { forms, title } = submissionDraft(preview, nothingSaid);
    expect(forms).toEqual(["narrative", "budget", "targets", "targetsFill", "rentalMonths"]);
    expect(title).toBe("申报材料");
  });

  it("is another thing where that was chosen", () => {
    const { forms, title } = submissionDraft(preview, { ...nothingSaid, occasion: "monitoring" });
    expect([forms, title]).toEqual([["monitoring"], "监控材料"]);
  });

  it("has more or fewer papers where they were ticked by hand, and the name that was typed", () => {
    const said = new Map<FormId, boolean>([
      ["contracts", true],
      ["rentalMonths", false],
    ]);
    const { forms, title } = submissionDraft(preview, { ...nothingSaid, said, title: "补报" });
    expect(forms).toEqual(["narrative", "budget", "targets", "targetsFill", "contracts"]);
    expect(title).toBe("补报");
  });

  it("is nothing while nobody knows", () => {
    expect(submissionDraft(undefined, nothingSaid)).toEqual({ occasion: "apply", forms: [], title: "" });
  });
});
