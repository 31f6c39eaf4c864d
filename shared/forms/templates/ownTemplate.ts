import { z } from "zod";
import type { FormTemplate } from "../../model/filing.ts";
import { type Draft, recordsAt, stringsAt, withValueAt } from "./edit/draft.ts";
import { type Template, templateShape } from "./template.ts";

export type OwnTemplateRow = Pick<FormTemplate, "key" | "title" | "basedOn" | "templateJson">;

/**
 * A template of the office as it is kept. What it does not say, because the program has learned of a paper or a text since,
 * is as in the one it was copied from; so is a section that cannot be read any more. `undefined` when that one is unknown.
 */
export function ownTemplate(row: OwnTemplateRow, builtIn: readonly Template[]): Template | undefined {
  const base = builtIn.find(({ id }) => id === row.basedOn) ?? builtIn.at(-1);
  if (base === undefined) return undefined;
  const kept = anyObject.safeParse(parseJson(row.templateJson)).data ?? {};
  const merged = Object.fromEntries(
    sections.map((key) => [key, readSection(key, kept[key], base[key])] as const),
  );
  return templateShape.parse({ ...merged, id: row.key, name: row.title });
}

const anyObject = z.record(z.string(), z.unknown());
type Section = keyof Template;
const sections = Object.keys(templateShape.shape) as readonly Section[];

function readSection(key: Section, kept: unknown, base: Template[Section]): unknown {
  const isSection = typeof base === "object" && !Array.isArray(base);
  const whole = isSection ? withNeeded({ ...base, ...anyObject.safeParse(kept).data }, base) : (kept ?? base);
  const read = templateShape.shape[key].safeParse(whole);
  return read.success ? read.data : base;
}

/** Levels kept before they told which second levels are asked for ask for those of the model that they have. */
function withNeeded(section: Draft, base: unknown): Draft {
  const path = ["indicators", "levels"];
  const models = recordsAt(base, path);
  const levels = recordsAt(section, path);
  if (levels.every(({ needed }) => needed !== undefined)) return section;
  const filled = levels.map((level) => {
    const model = models.find(({ level1 }) => level1 === level.level1);
    const own = stringsAt(level, ["level2"]);
    return { needed: stringsAt(model, ["needed"]).filter((name) => own.includes(name)), ...level };
  });
  return withValueAt(section, path, filled);
}

/** A text that is no JSON says nothing. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
