import type { z } from "zod";
import { columnLabelOf } from "#shared/model/labels.ts";

/** What is wrong with a form, by the name of its field. Empty when it can be sent. */
export type Problems = ReadonlyMap<string, string>;

export const noProblems: Problems = new Map();

const missing = "请填写";

/** Zod's own sentences are English; the schema's are ours. Anything else that is wrong is something left out. */
const inChinese = (message: string): string => (/[一-鿿]/.test(message) ? message : missing);

/** Checks a draft by the very schema that the engine will check it by. */
export function problemsOf(schema: z.ZodType, draft: unknown): Problems {
  const checked = schema.safeParse(draft);
  if (checked.success) return noProblems;
  const problems = new Map<string, string>();
  for (const issue of checked.error.issues) {
    const name = issue.path.findLast((part) => typeof part === "string") ?? "";
    if (!problems.has(String(name))) problems.set(String(name), inChinese(issue.message));
  }
  return problems;
}

/** "合同编号、供应商", for one line that says what a form still needs. */
export const problemNames = (problems: Problems): string =>
  [...problems.keys()].map(columnLabelOf).join("、");
