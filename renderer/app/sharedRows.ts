import { replaceEqualDeep } from "@tanstack/react-query";
import { fewestPacked } from "#shared/api/packedRows.ts";

/**
 * What is asked again after each change mostly says the same again, and what stays the same object is neither sorted nor
 * drawn again. Of a long list only rows that differ are taken from the new answer: looking into 100,000 rows to the last
 * field and making them anew, as is done with short answers, would hold up every change.
 */
export function withSharedRows(before: unknown, after: unknown): unknown {
  if (!isLong(before) || !isLong(after)) return replaceEqualDeep(before, after);
  let same = before.length === after.length;
  const rows = after.map((row, index) => {
    const old = before[index];
    if (isEqualRow(old, row)) return old;
    same = false;
    return row;
  });
  return same ? before : rows;
}

const isLong = (answer: unknown): answer is readonly unknown[] =>
  Array.isArray(answer) && answer.length >= fewestPacked;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isEqualRow(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  let keys = 0;
  for (const key in other) {
    if (one[key] !== other[key] && !isEqualCell(one[key], other[key])) return false;
    keys += 1;
  }
  return Object.keys(one).length === keys;
}

/** A list in a cell, such as the numbers of papers. What is deeper is taken for different. */
const isEqualCell = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) &&
  Array.isArray(other) &&
  one.length === other.length &&
  one.every((each, index) => each === other[index]);
