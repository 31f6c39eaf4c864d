import { UserError } from "../../kernel/errors.ts";
import { sh2022 } from "./sh2022.ts";
import { sh2026 } from "./sh2026.ts";
import type { Template } from "./template.ts";

/** All templates, the oldest first. A paper that was handed in keeps its own for ever. */
export const templates: readonly Template[] = [sh2022, sh2026];

/** The template of a project, for example `sh-2022`. Throws a `UserError` (`bad-request`) when there is none. */
export function templateOf(id: string): Template {
  const template = templates.find((candidate) => candidate.id === id);
  if (template === undefined) {
    throw new UserError({
      code: "bad-request",
      message: `没有名为“${id}”的绩效表式。`,
      hint: `请在项目中改选：${templates.map(({ id: known, name }) => `${name}（${known}）`).join("、")}。`,
    });
  }
  return template;
}
