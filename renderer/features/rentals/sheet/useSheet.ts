import { useMemo, useState } from "react";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import type { PlainNumber } from "./cellText.ts";
import { type Edits, noEdits, withEdits, withTyped } from "./edits.ts";
import type { Typing } from "./typing.ts";

export type Sheet = Readonly<{
  /** As it will be with what is typed. */
  matrix: RentalMatrix;
  edits: Edits;
  plain: PlainNumber;
  setPlain: (plain: PlainNumber) => void;
  /** Why what was typed last was not taken. */
  problems: readonly string[];
  /** False when nothing of it was taken. */
  take: (typing: Typing) => boolean;
  /** Takes back what was typed last. */
  undo: () => void;
  drop: () => void;
}>;

/** What was typed, step by step: kept while another year or the register of devices is shown. */
export function useSheetSteps() {
  const [steps, setSteps] = useState<readonly Edits[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [plain, setPlain] = useState<PlainNumber>("quantity");
  return { edits: steps.at(-1) ?? noEdits, setSteps, problems, setProblems, plain, setPlain };
}

/** The matrix as a sheet to type into, until it is saved. */
export function useSheet(stored: RentalMatrix, steps: ReturnType<typeof useSheetSteps>): Sheet {
  const { edits, setSteps, problems, setProblems, plain, setPlain } = steps;
  const matrix = useMemo(() => withEdits(stored, edits), [stored, edits]);
  return {
    matrix,
    edits,
    plain,
    setPlain,
    problems,
    take: ({ typed, problems: wrong }) => {
      setProblems(wrong);
      if (typed.length > 0) setSteps((now) => [...now, withTyped(stored, now.at(-1) ?? noEdits, typed)]);
      return typed.length > 0 || wrong.length === 0;
    },
    undo: () => {
      setProblems([]);
      setSteps((now) => now.slice(0, -1));
    },
    drop: () => {
      setProblems([]);
      setSteps([]);
    },
  };
}
