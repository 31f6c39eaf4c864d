import { describe, expect, it } from "vitest";
import type { TableColumn } from "../../../../renderer/components/table/column.ts";
import { columnsWithin } from "../../../../renderer/components/table/columnRoom.ts";
import { filterRows, searchText, searchTexts } from "../../../../renderer/components/table/filterRows.ts";
import { sortRows } from "../../../../renderer/components/table/sortRows.ts";
import { placeOf } from "../../../../renderer/components/table/useRowKeys.ts";
import { columns, type Row, rows } from "./sampleRows.ts";

const named = (name: string): Row => ({ name, cents: 0, count: null, day: null });
const inOrder = (texts: readonly string[]) =>
  sortRows(texts.map(named), columns, { key: "name", descending: false }).map(({ name }) => name);

describe("where the keys stay", () => {
  const keyOf = (row: Row) => row.name;
  const at = (index: number) => ({ index, key: rows[index]?.name ?? null });

  it("is the row, wherever it has gone to", () => {
    const sorted = sortRows(rows, columns, { key: "cents", descending: true });
    const place = placeOf(at(1), sorted, keyOf);
    expect(sorted[place ?? -1]).toBe(rows[1]);
    expect(placeOf(at(1), [named("新"), ...rows], keyOf)).toBe(2);
  });

  it("is what took its place when it is gone, and nothing in an empty list", () => {
    expect(placeOf(at(1), rows.toSpliced(1, 1), keyOf)).toBe(1);
    expect(placeOf(at(4), rows.slice(0, 2), keyOf)).toBe(1);
    expect(placeOf(at(4), [], keyOf)).toBeNull();
    expect(placeOf(null, rows, keyOf)).toBeNull();
  });
});

describe("columns in a narrow window", () => {
  const spare: readonly TableColumn<Row>[] = columns.map((column) =>
    column.key === "cents" || column.key === "day" ? { ...column, spare: true } : column,
  );
  const keysWithin = (room: number) => columnsWithin(spare, ({ width }) => width, room).map(({ key }) => key);

  it("give way from the last that can be spared, and only as many as it takes", () => {
    expect(keysWithin(325)).toEqual(["name", "cents", "count", "day"]);
    expect(keysWithin(324)).toEqual(["name", "cents", "count"]);
    expect(keysWithin(234)).toEqual(["name", "count"]);
  });

  it("never lose one that cannot be spared", () => {
    expect(keysWithin(10)).toEqual(["name", "count"]);
  });
});

describe("numbers of papers", () => {
  it("of one form are ordered as Chinese orders them", () => {
    const numbers = ["FK-2022-0110", "FK-2021-0999", "FK-2022-0011", "FK-2022-0101"];
    const chinese = new Intl.Collator("zh-CN", { numeric: true });
    expect(inOrder(numbers)).toEqual(numbers.toSorted(chinese.compare));
    expect(inOrder(["合同2号", "合同1号"])).toEqual(["合同1号", "合同2号"]);
  });

  it("of several forms are ordered by value", () => {
    expect(inOrder(["FK-10", "FK-9", "HT-1"])).toEqual(["FK-9", "FK-10", "HT-1"]);
  });
});

describe("what is looked for", () => {
  it("is the same for many rows as for each", () => {
    const read = searchTexts(columns);
    for (const row of [...rows, ...rows]) expect(read(row).trim()).toBe(searchText(row, columns).trim());
  });

  it.each([
    ["ＡＢＣ", ["工作服 ABC"]],
    ["37,760", ["工作服 ABC"]],
    ["37760", ["工作服 ABC"]],
    ["2022-04", ["对讲机"]],
    ["100 据", ["据实"]],
    // Two cells are not one text.
    ["10.500.5", []],
  ])("%s is found in %j", (typed, found) => {
    const shown = filterRows(rows, columns, typed, {}, searchTexts(columns));
    expect(shown.map(({ name }) => name)).toEqual(found);
  });
});
