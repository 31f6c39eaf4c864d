import { useCallback, useState } from "react";
import type { PickedFile } from "#shared/api/shell.ts";
import type { Taken } from "./useWizard.ts";

export type WaitingLists = Readonly<{
  waiting: readonly PickedFile[];
  add: (files: readonly PickedFile[]) => void;
  /** This one is taken now. */
  drop: (list: Taken) => void;
}>;

export const takenOf = ({ file, name }: PickedFile): Taken => ({ source: { file }, name });

/** Lists that were dropped together: one goes in at a time, and none is forgotten. */
export function useWaitingLists(): WaitingLists {
  const [waiting, setWaiting] = useState<readonly PickedFile[]>([]);
  const add = useCallback((files: readonly PickedFile[]) => setWaiting((now) => [...files, ...now]), []);
  const drop = useCallback(
    ({ source }: Taken) =>
      setWaiting((now) => ("file" in source ? now.filter(({ file }) => file !== source.file) : now)),
    [],
  );
  return { waiting, add, drop };
}
