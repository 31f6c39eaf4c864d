import { describe, expect, it } from "vitest";
import { templateDifferences } from "#shared/forms/templates/edit/differences.ts";
import { isRecord, type Path, valueAt, withValueAt } from "#shared/forms/templates/edit/draft.ts";
import { outline } from "#shared/forms/templates/edit/outline.ts";
import { templatePartIds } from "#shared/forms/templates/edit/parts.ts";
import { spanRows } from "#shared/forms/templates/edit/spanRows.ts";
import { templateShape } from "#shared/forms/templates/template.ts";
import { templates } from "#shared/forms/templates/templates.ts";

/** Where every text, number and switch of a value stands. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return value === null ? [] : [path];
}

/** What a thing is, and what follows from the grid, is not for the office to change. */
const isFixed = (path: Path): boolean =>
  path[0] === "id" ||
  path[0] === "name" ||
  ["key", "field", "kind"].includes(String(path.at(-1))) ||
  (path.includes("signatures") && path.at(-1) === "name");

describe.each(templates.map((template) => [template.id, template] as const))(
  "the outline on %s",
  (_, template) => {
    const spans = new Set(
      templatePartIds.flatMap((part) =>
        spanRows(template, part).flatMap((row) => row.spans.map((path) => path.join("."))),
      ),
    );

    it("leads to every text, number and switch: a change of any of them is a difference", () => {
      const unknown = leaves(template)
        .filter((path) => !isFixed(path) && !spans.has(path.join(".")))
        .filter((path) => {
          const value = valueAt(template, path);
          const other =
            typeof value === "number"
              ? value + 1
              : typeof value === "boolean"
                ? !value
                : `${String(value)}改`;
          return templateDifferences(withValueAt(template, path, other), template).length === 0;
        });
      expect(unknown.map((path) => path.join("."))).toEqual([]);
    });

    it("leads nowhere where nothing stands, and a template does not differ from itself", () => {
      const gone = templatePartIds
        .flatMap((part) => outline[part])
        .flatMap((block) => (block.kind === "lines" ? block.lines.map(({ path }) => path) : [block.path]))
        .filter((path) => valueAt(template, path) === undefined);
      expect(gone).toEqual([]);
      expect(templateDifferences(template, template)).toEqual([]);
    });
  },
);

it("has a part for every section of a template", () => {
  const sections = Object.keys(templateShape.shape).filter(
    (key) => !["id", "name", "fromYear", "fonts"].includes(key),
  );
  expect(templatePartIds.filter((part) => part !== "common")).toEqual(expect.arrayContaining(sections));
  expect(sections).toHaveLength(templatePartIds.length - 1);
});

it("calls everything that may be added by a name", () => {
  const names = templatePartIds
    .flatMap((part) => outline[part])
    .flatMap((block) => (block.kind === "items" || block.kind === "checks" ? block.choices : []));
  expect(names.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([]);
});
