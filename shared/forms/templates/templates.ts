import { compareText } from "../../kernel/compareText.ts";
import { UserError } from "../../kernel/errors.ts";
import { type OwnTemplateRow, ownTemplate } from "./ownTemplate.ts";
import { sh2022 } from "./sh2022.ts";
import { sh2026 } from "./sh2026.ts";
import type { Template } from "./template.ts";

/** The templates that come with the program, the oldest first. A paper that was handed in keeps its own for ever. */
export const templates: readonly Template[] = [sh2022, sh2026];

/** Those of the program and behind them the office's own. */
export const withOwnTemplates = (rows: readonly OwnTemplateRow[]): readonly Template[] => [
  ...templates,
  ...rows.toSorted((a, b) => compareText(a.key, b.key)).flatMap((row) => ownTemplate(row, templates) ?? []),
];

/** The template of a project, for example `sh-2022`. Throws a `UserError` (`bad-request`) when there is none. */
export function templateOf(id: string, known: readonly Template[] = templates): Template {
  const template = known.find((candidate) => candidate.id === id);
  if (template === undefined) {
    throw new UserError({
      code: "bad-request",
      message: `没有名为“${id}”的绩效表式。`,
      hint: `请在项目中改选：${known.map(({ id: other, name }) => `${name}（${other}）`).join("、")}。`,
    });
  }
  return template;
}

/** The years whose new projects get a template, `to` null where there is no end to them; null where another comes before it. */
export function yearsFor(
  id: string,
  known: readonly Template[],
): Readonly<{ from: number; to: number | null }> | null {
  const template = known.find((candidate) => candidate.id === id);
  if (template === undefined || templateForYear(template.fromYear, known)?.id !== id) return null;
  const later = known.map(({ fromYear }) => fromYear).filter((year) => year > template.fromYear);
  return { from: template.fromYear, to: later.length === 0 ? null : Math.min(...later) - 1 };
}

/** The template of new projects of a year: the latest that is not younger, the office's own before the program's. */
export function templateForYear(year: number, known: readonly Template[] = templates): Template | undefined {
  const begun = known.filter(({ fromYear }) => fromYear <= year);
  const latest = Math.max(...begun.map(({ fromYear }) => fromYear));
  return begun.findLast(({ fromYear }) => fromYear === latest) ?? known[0];
}
