import { useState } from "react";
import type { Id } from "#shared/kernel/id.ts";

type LineKeys = Readonly<{
  /** The key a stored line is drawn under. */
  keyOf: (id: Id) => string;
  /** The line that is being written and is not stored yet. */
  newKey: string | null;
  startNew: () => void;
  /** It was stored under this id. */
  created: (id: Id) => void;
}>;

/**
 * A line keeps its place on the screen when it is stored for the first time, so that the officer can go on typing in it:
 * it stays under the key it began with.
 */
export function useLineKeys(lines: readonly Readonly<{ id: Id }>[]): LineKeys {
  const [begun, setBegun] = useState<readonly Readonly<{ key: string; id: Id | null }>[]>([]);
  const waiting = begun.find(({ id }) => id === null || !lines.some((line) => line.id === id));
  return {
    keyOf: (id) => begun.find((line) => line.id === id)?.key ?? id,
    newKey: waiting?.key ?? null,
    startNew: () => setBegun((now) => [...now, { key: `new-${now.length}`, id: null }]),
    created: (id) => setBegun((now) => now.map((line) => (line.id === null ? { ...line, id } : line))),
  };
}
