import { isPacked, packRows, unpackRows } from "./packedRows.ts";
import type { Result, ResultText } from "./wire.ts";

/** An answer as it travels: long lists in it, or it itself when it is one, are packed. Throws as `JSON.stringify` does. */
export const toResultText = (result: Result<unknown>): ResultText =>
  JSON.stringify(result.ok ? { ok: true, data: onLists(result.data, packed) } : result);

/** The answer that `toResultText` was given, but for what JSON does not carry. */
export function fromResultText(text: ResultText): Result<unknown> {
  const result = JSON.parse(text) as Result<unknown>;
  return result.ok ? { ok: true, data: onLists(result.data, unpacked) } : result;
}

const packed = (value: unknown): unknown => (Array.isArray(value) ? (packRows(value) ?? value) : value);
const unpacked = (value: unknown): unknown => (isPacked(value) ? unpackRows(value) : value);

/** Lists are answers or stand in an answer, never deeper: looking through all of it would cost more than it saves. */
function onLists(data: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(data);
  if (changed !== data || typeof data !== "object" || data === null || Array.isArray(data)) return changed;
  if (Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value)]));
}
