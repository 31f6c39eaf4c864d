import { z } from "zod";
import { severities } from "../model/check.ts";
import * as field from "../model/fields.ts";

/** What is kept of a 报送 beside its versions: which ones went out, and what the check had found. JSON in its row. */
export const submissionReport = z.strictObject({
  asOf: field.date,
  papers: z.array(
    z.strictObject({
      form: field.name,
      title: field.name,
      versionId: field.id,
      versionNo: z.int().min(1),
      /** False: an earlier version went out again because nothing had changed. */
      isNew: z.boolean(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      ruleId: field.name,
      severity: z.enum(severities),
      message: z.string(),
      remedy: z.string(),
      /** Who accepted it and why; null where it was open and no obstacle. */
      accepted: z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
    }),
  ),
});
export type SubmissionReport = Readonly<z.infer<typeof submissionReport>>;

/** The paper that goes out with every 报送 and is kept in versions like the others. */
export const checkReportForm = "checkReport";
