import { describe, expect, it } from "vitest";
import { nextRedo, nextUndo, undoStateOf } from "#engine/history/undoState.ts";

/** Steps 1, 2, 3 …, written as what each of them takes back; 0 for something new. */
function after(...steps: readonly number[]) {
  const links = steps
    .map((undoesStep, index) => ({ step: index + 1, undoesStep }))
    .filter(({ undoesStep }) => undoesStep > 0);
  const latest = steps.map((_, index) => index + 1).toReversed();
  const state = undoStateOf(links);
  return { undo: nextUndo(latest, state), redo: nextRedo(latest, state) };
}

describe("what is undone and redone next", () => {
  it.each([
    ["nothing", [], undefined, undefined],
    ["two new steps", [0, 0], 2, undefined],
    ["one of two undone", [0, 0, 2], 1, 3],
    ["both undone", [0, 0, 2, 1], undefined, 4],
    ["both undone, one redone", [0, 0, 2, 1, 4], 1, 3],
    ["both undone, both redone", [0, 0, 2, 1, 4, 3], 2, undefined],
    ["redone and undone again", [0, 1, 2, 1], undefined, 4],
    ["something new after an undo", [0, 1, 0], 3, undefined],
    ["an older step undone by name", [0, 0, 1], 2, 3],
  ])("after %s", (_name, steps, undo, redo) => {
    expect(after(...steps)).toEqual({ undo, redo });
  });
});
