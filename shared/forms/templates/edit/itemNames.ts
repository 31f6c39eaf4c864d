import { templates } from "../templates.ts";
import type { Choice } from "./blocks.ts";
import { type Path, recordsAt, rowsAt, textAt, valueAt } from "./draft.ts";

type Source = Readonly<{ path: Path; rows?: boolean }>;

/**
 * What the things that may stand on a paper are called: as the program's own templates have them, the latest first. So a
 * column that comes to them needs no name anywhere else.
 */
export function itemNames(
  sources: readonly Source[],
  keyName: string,
  text: string,
  more: readonly Choice[] = [],
): readonly Choice[] {
  const names = new Map<string, string>();
  for (const template of templates.toReversed()) {
    for (const { path, rows = false } of sources) {
      const records = rows ? rowsAt(template, path).flat() : recordsAt(template, path);
      for (const record of records) {
        const key = valueAt(record, [keyName]);
        if (typeof key === "string" && !names.has(key)) names.set(key, nameOf(record, text));
      }
    }
  }
  return [...[...names].map(([value, label]) => ({ value, label })), ...more];
}

const nameOf = (record: unknown, text: string): string =>
  `${textAt(record, ["over"])}${textAt(record, [text])}`.replace(/\s/g, "");
