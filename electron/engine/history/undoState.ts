/** `step` takes `undoesStep` back. */
export type UndoLink = Readonly<{ step: number; undoesStep: number }>;

export type UndoState = Readonly<{
  /** Whether a step is taken back, and that is not taken back in turn. */
  isUndone: (step: number) => boolean;
  isUndo: (step: number) => boolean;
  /** It takes an undo back. */
  isRedo: (step: number) => boolean;
}>;

/** Who takes a step back twice has it again. Only a later step takes one back, so the walk from the last one ends. */
export function undoStateOf(links: readonly UndoLink[]): UndoState {
  const undone = new Set<number>();
  for (const { step, undoesStep } of links.toSorted((a, b) => b.step - a.step)) {
    if (!undone.has(step)) undone.add(undoesStep);
  }
  const targets = new Map(links.map(({ step, undoesStep }) => [step, undoesStep]));
  return {
    isUndone: (step) => undone.has(step),
    isUndo: (step) => targets.has(step),
    isRedo: (step) => targets.has(targets.get(step) ?? 0),
  };
}

/** The step that 撤销 takes back next: the latest of `steps`, last first, that stands and is no undo itself. */
export const nextUndo = (steps: readonly number[], { isUndone, isUndo }: UndoState): number | undefined =>
  steps.find((step) => !isUndo(step) && !isUndone(step));

/** The undo that 重做 takes back next: the latest that stands; none once something new was done after it. */
export function nextRedo(
  steps: readonly number[],
  { isUndone, isUndo, isRedo }: UndoState,
): number | undefined {
  const step = steps.find((candidate) => !isUndone(candidate) && !isRedo(candidate));
  return step !== undefined && isUndo(step) ? step : undefined;
}
