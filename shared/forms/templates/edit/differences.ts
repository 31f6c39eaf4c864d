import type { Template } from "../template.ts";
import type { Block, Choice, Items } from "./blocks.ts";
import { itemRows } from "./changeItems.ts";
import { type Draft, isRecord, recordsAt, stringsAt, textAt, valueAt } from "./draft.ts";
import { outline } from "./outline.ts";
import { type TemplatePart, templatePartIds, templateParts } from "./parts.ts";

/** One thing in which a template is not as another. Blank texts where one of them lacks it. */
export type TemplateDifference = Readonly<{
  part: TemplatePart;
  /** 预算明细表：栏目“单价”的宽度 */
  place: string;
  before: string;
  after: string;
}>;

type Found = Omit<TemplateDifference, "part">;

/** In what an office's template differs from the one it was copied from, as it is being edited; its name is its own anyway. */
export const templateDifferences = (draft: unknown, base: Template): readonly TemplateDifference[] =>
  templatePartIds.flatMap((part) =>
    outline[part].flatMap((block) =>
      ofBlock(block, draft, base)
        .filter(({ before, after }) => before !== after)
        .map((found) => ({ ...found, part, place: `${templateParts[part].title}：${found.place}` })),
    ),
  );

/** Line breaks of labels, so that a difference in them can be seen. */
const shown = (text: string): string => text.replaceAll("\n", "⏎");

function ofBlock(block: Block, draft: unknown, base: Template): readonly Found[] {
  switch (block.kind) {
    case "lines":
      return block.lines
        .filter(({ path }) => path[0] !== "name")
        .map(({ path, label }) => ({
          place: label === block.title ? label : `${block.title}，${label}`,
          before: shown(textAt(base, path)),
          after: shown(textAt(draft, path)),
        }));
    case "items":
      return ofItems(block, draft, base);
    case "strings":
    case "widths":
      return [
        {
          place: block.title,
          before: stringsAt(base, block.path).join("、"),
          after: stringsAt(draft, block.path).join("、"),
        },
      ];
    case "choice":
      return [
        {
          place: block.title,
          before: labelOf(block.options, valueAt(base, block.path)),
          after: labelOf(block.options, valueAt(draft, block.path)),
        },
      ];
    case "checks":
      return ofChecks(block, draft, base);
    case "levels":
    case "headings":
      return ofRecords(block.title, recordsAt(draft, block.path), recordsAt(base, block.path));
    case "part":
      return ofPart(block, draft, base);
  }
}

const labelOf = (choices: readonly Choice[], value: unknown): string =>
  choices.find((choice) => choice.value === value)?.label ?? String(value ?? "");

function ofChecks(
  { title, path, choices }: Extract<Block, { kind: "checks" }>,
  draft: unknown,
  base: Template,
): readonly Found[] {
  const [before, after] = [stringsAt(base, path), stringsAt(draft, path)];
  return choices.flatMap(({ value, label }): readonly Found[] => {
    const key = String(value);
    if (before.includes(key) === after.includes(key)) return [];
    return [
      { place: title, before: before.includes(key) ? label : "", after: after.includes(key) ? label : "" },
    ];
  });
}

/** Things are the same by their key, and by how often it came before. */
function keyed(items: Items, from: unknown): ReadonlyMap<string, Draft> {
  const seen = new Map<string, number>();
  return new Map(
    itemRows(from, items)
      .flat()
      .map((item) => {
        const key = String(item[items.keyName]);
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return [`${key} ${count}`, item] as const;
      }),
  );
}

function ofItems(items: Items, draft: unknown, base: Template): readonly Found[] {
  const [before, after] = [keyed(items, base), keyed(items, draft)];
  const nameOf = (item: Draft | undefined): string => shown(textAt(item, [items.text]));
  const both = [...before].flatMap(([key, old]) => {
    const now = after.get(key);
    return now === undefined ? [] : [{ key, old, now }];
  });
  const gone = [...before].filter(([key]) => !after.has(key));
  const come = [...after].filter(([key]) => !before.has(key));
  const orderOf = (side: ReadonlyMap<string, Draft>) =>
    [...side.keys()].filter((key) => both.some((one) => one.key === key));
  const breaks = (from: unknown) =>
    itemRows(from, items)
      .map((row) => row.map(nameOf).join("、"))
      .join(" / ");
  const isMoved = orderOf(before).join("|") !== orderOf(after).join("|");
  const isBroken =
    items.rows === true &&
    gone.length === 0 &&
    come.length === 0 &&
    rowSizes(items, base) !== rowSizes(items, draft);
  return [
    ...gone.map(([, item]): Found => ({ place: items.title, before: nameOf(item), after: "" })),
    ...come.map(([, item]): Found => ({ place: items.title, before: "", after: nameOf(item) })),
    ...(isMoved || isBroken
      ? [{ place: `${items.title}的次序`, before: breaks(base), after: breaks(draft) }]
      : []),
    ...both.flatMap(({ old, now }): readonly Found[] => [
      { place: items.title, before: nameOf(old), after: nameOf(now) },
      ...(["width", "over"] as const).map((property) => ({
        place: `${items.title}“${nameOf(now)}”的${property === "width" ? "宽度" : "上一级栏名"}`,
        before: textAt(old, [property]),
        after: textAt(now, [property]),
      })),
    ]),
  ];
}

const rowSizes = (items: Items, from: unknown): string =>
  itemRows(from, items)
    .map((row) => row.length)
    .join(" ");

/** Levels and headings: each with all that it says. */
function ofRecords(title: string, now: readonly Draft[], old: readonly Draft[]): readonly Found[] {
  const count = Math.max(now.length, old.length);
  return Array.from({ length: count }, (_, index) => ({
    place: `${title}第 ${index + 1} 项`,
    before: recordText(old[index]),
    after: recordText(now[index]),
  }));
}

const recordText = (record: Draft | undefined): string =>
  record === undefined
    ? ""
    : Object.values(record)
        .map((value) => (Array.isArray(value) ? value.join("、") : String(value)))
        .filter((text) => text !== "")
        .join("：");

function ofPart(
  { title, path }: Extract<Block, { kind: "part" }>,
  draft: unknown,
  base: Template,
): readonly Found[] {
  const [old, now] = [valueAt(base, path), valueAt(draft, path)];
  const text = (value: unknown): string =>
    isRecord(value)
      ? Object.entries(value)
          .filter(([key]) => key !== "labelSpan")
          .map(([, one]) => String(one))
          .join("，")
      : "没有";
  return [{ place: title, before: text(old), after: text(now) }];
}
