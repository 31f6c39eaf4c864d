import { useCallback, useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import type { Taken } from "./useWizard.ts";

export type WaitingLists = Readonly<{
  waiting: readonly PickedFile[];
  add: (files: readonly PickedFile[]) => void;
  /** This one was read, and is on the page now. */
  drop: (list: Taken) => void;
  /** This one could not be read: the others come first. */
  putLast: (list: Taken) => void;
}>;

export const takenOf = ({ file, name }: PickedFile): Taken => ({ source: { file }, name });

export const isOf = ({ source }: Taken, { file }: PickedFile): boolean =>
  "file" in source && source.file === file;

/** The others come before this one, if it is among them at all. */
export const withLast = (waiting: readonly PickedFile[], list: Taken): readonly PickedFile[] => [
  ...waiting.filter((file) => !isOf(list, file)),
  ...waiting.filter((file) => isOf(list, file)),
];

/** Lists that were dropped together: one goes in at a time, and none is forgotten. */
export function useWaitingLists(): WaitingLists {
  const [waiting, setWaiting] = useState<readonly PickedFile[]>([]);
  const add = useCallback((files: readonly PickedFile[]) => setWaiting((now) => [...files, ...now]), []);
  const drop = useCallback((list: Taken) => setWaiting((now) => now.filter((file) => !isOf(list, file))), []);
  const putLast = useCallback((list: Taken) => setWaiting((now) => withLast(now, list)), []);
  return { waiting, add, drop, putLast };
}
