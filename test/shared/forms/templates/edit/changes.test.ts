import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Items } from "#shared/forms/templates/edit/blocks.ts";
import {
  itemRows,
  leftOut,
  movedItem,
  withItemRows,
  withNewItem,
  withoutItem,
} from "#shared/forms/templates/edit/changeItems.ts";
import { templateDifferences } from "#shared/forms/templates/edit/differences.ts";
import { type Draft, withValueAt } from "#shared/forms/templates/edit/draft.ts";
import { readLevels, writeLevels } from "#shared/forms/templates/edit/levelLines.ts";
import { outline } from "#shared/forms/templates/edit/outline.ts";
import { type TemplatePart, templatePartIds } from "#shared/forms/templates/edit/parts.ts";
import { fitSpans } from "#shared/forms/templates/edit/spanRows.ts";
import { templateFaults } from "#shared/forms/templates/templateFaults.ts";
import { templateOf, templates } from "#shared/forms/templates/templates.ts";

const sh2026 = templateOf("sh-2026");

const itemsOf = (part: TemplatePart): readonly Items[] =>
  outline[part].filter((block): block is Items => block.kind === "items");
const block = (part: TemplatePart, title: string): Items => {
  const found = itemsOf(part).find((items) => items.title === title);
  if (found === undefined) throw new Error(`no ${title} in ${part}`);
  return found;
};
const keysOf = (draft: Draft, items: Items): readonly string[] =>
  itemRows(draft, items)
    .flat()
    .map((item) => String(item[items.keyName]))
    .sort();
const without = (draft: Draft, part: TemplatePart, items: Items, key: string): Draft => {
  const rows = itemRows(draft, items);
  const row = rows.findIndex((list) => list.some((item) => item[items.keyName] === key));
  const at = rows[row]?.findIndex((item) => item[items.keyName] === key) ?? -1;
  return fitSpans(withItemRows(draft, items, withoutItem(rows, { row, at })), part);
};

describe("leaving things out and taking them in", () => {
  it.each([
    ["selfEvaluation", "指标各栏", "reason"],
    ["monitoring", "指标各栏", "note"],
    ["monitoring", "表头各项", "category"],
    ["monitoring", "资金各栏", "rate"],
    ["execution", "栏目", "progress"],
    ["execution", "资金来源各栏", "rate"],
    ["targets", "目标各栏", "overallGoal"],
    ["approvalSlip", "各行", "method"],
    ["approvalSlip", "发票各栏", "seller"],
    ["voucherSlip", "签字栏", "reviewedBy"],
    ["rentalMonths", "左边的栏目", "contract"],
    ["invoices", "栏目", "tax"],
  ] as const)("%s goes without one of %s (%s), and its rows fill the grid again", (part, title, key) => {
    const bare = { ...sh2026, targets: { ...sh2026.targets, required: ["name"] } };
    const draft = without(bare, part, block(part, title), key);
    expect(templateFaults(draft)).toEqual([]);
    expect(templateDifferences(draft, sh2026).some(({ after }) => after === "")).toBe(true);
  });

  it("keeps every paper printable whatever is left out, moved and taken in again", () => {
    const choices = templatePartIds.flatMap((part) => itemsOf(part).map((items) => ({ part, items })));
    const step = fc.record({
      choice: fc.constantFrom(...choices),
      what: fc.constantFrom("out", "in", "up", "down"),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...templates), fc.array(step, { maxLength: 6 }), (template, steps) => {
        let draft: Draft = template;
        for (const { choice, what, at } of steps) {
          const { part, items } = choice;
          const before = draft;
          const rows = itemRows(draft, items);
          const row = at % rows.length;
          const place = { row, at: at % (rows[row]?.length ?? 1) };
          const open = leftOut(rows, items);
          const next = open[at % Math.max(1, open.length)];
          const changed =
            what === "out"
              ? withoutItem(rows, place)
              : what === "in"
                ? next === undefined
                  ? rows
                  : withNewItem(rows, items, next)
                : (movedItem(rows, items, place, what === "up" ? -1 : 1)?.rows ?? rows);
          draft = fitSpans(withItemRows(draft, items, changed), part);
          if (what === "up" || what === "down") expect(keysOf(draft, items)).toEqual(keysOf(before, items));
        }
        // What may still be wrong is what the office did, and never how many columns something takes.
        const messages = templateFaults(draft).map(({ message }) => message);
        expect(messages.filter((message) => /排不下/.test(message))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("offers what is left out, and a new field gets a row of its own", () => {
    const items = block("targets", "表头各项");
    const sh2022 = templateOf("sh-2022");
    const rows = itemRows(sh2022, items);
    const [nature] = leftOut(rows, items);
    expect(nature).toEqual({ value: "nature", label: "项目性质" });
    if (nature === undefined) return;
    const draft = fitSpans(withItemRows(sh2022, items, withNewItem(rows, items, nature)), "targets");
    expect(itemRows(draft, items).at(-1)).toEqual([
      { field: "nature", label: "项目性质", labelSpan: 1, valueSpan: 7 },
    ]);
  });
});

describe("moving", () => {
  const items = block("targets", "表头各项");
  const names = (rows: ReturnType<typeof itemRows>) => rows.map((row) => row.map(({ field }) => field));
  const rows = itemRows(templateOf("sh-2022"), items);

  it("goes through a row, into the row before, and down into a row of its own", () => {
    const first = movedItem(rows, items, { row: 1, at: 1 }, -1);
    expect(first?.place).toEqual({ row: 1, at: 0 });
    const second = movedItem(first?.rows ?? [], items, { row: 1, at: 0 }, -1);
    expect(second?.place).toEqual({ row: 0, at: 2 });
    expect(names(second?.rows ?? [])).toEqual([
      ["name", "category", "implementingName"],
      ["departmentName"],
      ["startDate", "endDate"],
    ]);
    const last = movedItem(rows, items, { row: 2, at: 1 }, 1);
    expect(last?.place).toEqual({ row: 3, at: 0 });
    expect(names(last?.rows ?? []).at(-1)).toEqual(["endDate"]);
  });

  it("stops at the end of a list without rows", () => {
    const columns = block("contracts", "栏目");
    const list = itemRows(sh2026, columns);
    const last = (list[0]?.length ?? 0) - 1;
    expect(movedItem(list, columns, { row: 0, at: last }, 1)).toBeNull();
    expect(movedItem(list, columns, { row: 0, at: 0 }, -1)).toBeNull();
    expect(movedItem(list, columns, { row: 0, at: last }, -1)?.place).toEqual({ row: 0, at: last - 1 });
  });

  it("takes a row away with its only field, and stops at both ends", () => {
    const alone = [rows[0] ?? [], [{ field: "nature" }], rows[1] ?? []];
    expect(movedItem(alone, items, { row: 1, at: 0 }, 1)).toMatchObject({ place: { row: 1, at: 0 } });
    expect(names(movedItem(alone, items, { row: 1, at: 0 }, 1)?.rows ?? [])[1]?.[0]).toBe("nature");
    expect(movedItem(rows, items, { row: 0, at: 0 }, -1)).toBeNull();
    expect(movedItem([[{ field: "nature" }]], items, { row: 0, at: 0 }, 1)).toBeNull();
  });
});

describe("what differs", () => {
  it("is told with the place and both texts, in words", () => {
    const changed = withValueAt(
      withValueAt(sh2026, ["budget", "columns", 7, "width"], 14),
      ["targets", "title"],
      "绩效目标表",
    );
    const draft = without(changed, "contracts", block("contracts", "栏目"), "kind");
    expect(
      templateDifferences(draft, sh2026).map(({ place, before, after }) => [place, before, after]),
    ).toEqual([
      ["绩效目标申报表、填报表：标题，表名", "财政项目支出绩效目标申报表", "绩效目标表"],
      ["项目支出预算明细表：栏目“单价”的宽度", "11", "14"],
      ["合同台账：栏目", "支付方式", ""],
    ]);
  });
});

describe("levels as lines", () => {
  it("are read back as they were written, with the stars of what is asked for", () => {
    for (const { targets } of templates) {
      const { levels } = targets.indicators;
      expect(readLevels(writeLevels(levels))).toEqual(levels);
    }
    expect(readLevels("产出：数量*，质量")).toEqual([
      { level1: "产出", level2: ["数量", "质量"], needed: ["数量"] },
    ]);
  });
});
