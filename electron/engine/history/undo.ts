import type { ApiParsed } from "#shared/api/contract.ts";
import type { HistoryStep, UndoPreview } from "#shared/api/history.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { ChangeLogEntry } from "#shared/model/filing.ts";
import type { Context } from "../context.ts";
import { entriesOfStep, lastChange, latestSteps, undoLinks } from "../store/changeLog.ts";
import type { ReadableLedger } from "../store/types.ts";
import { alreadyUndone, noSuchStep } from "./refusals.ts";
import { staysWhole, takeBack } from "./takeBack.ts";
import { nextRedo, nextUndo, undoStateOf } from "./undoState.ts";
import { stepViews } from "./views.ts";

type Which = ApiParsed<"history.preview">["which"];

/** Steps that are looked through for one to undo; further back nobody undoes. */
const furthest = 500;

type Found = Readonly<{
  step: number;
  entries: readonly ChangeLogEntry[];
  /** What later steps did that were passed over, as nothing of them can be taken back. */
  passedOver: readonly string[];
}>;

/** The step that 撤销 or 重做 is about now; `undefined` when there is none. */
async function stepToTakeBack(ledger: ReadableLedger, which: Which): Promise<Found | undefined> {
  if (typeof which === "number")
    return { step: which, entries: await entriesOfStep(ledger, which), passedOver: [] };
  let steps = await latestSteps(ledger, furthest);
  const state = undoStateOf(await undoLinks(ledger));
  const passedOver: string[] = [];
  for (;;) {
    const step = which === "undo" ? nextUndo(steps, state) : nextRedo(steps, state);
    if (step === undefined) return undefined;
    const entries = await entriesOfStep(ledger, step);
    if (which === "redo" || !staysWhole(entries)) return { step, entries, passedOver };
    passedOver.push(entries[0]?.action ?? "");
    steps = steps.filter((other) => other < step);
  }
}

/**
 * Takes one step back in one transaction, with a trace that names the step. `refused` with the reason when a row was
 * changed since, a record stays for good, or the ledger would not hold; nothing is changed then.
 */
export async function undoStep(context: Context, { step }: ApiParsed<"history.undo">): Promise<HistoryStep> {
  const { ledger, officer } = context;
  const entries = await standingEntries(ledger, step);
  const action = actionOf(entries);
  const own = await ledger.write({ actor: officer, action, undoesStep: step }, async (tx) => {
    // Between the look before and this transaction somebody may have come first.
    await standingEntries(tx, step);
    const before = await lastChange(tx);
    await takeBack(tx, entries, action);
    return before + 1;
  });
  const [view] = await stepViews(ledger, await entriesOfStep(ledger, own));
  if (view === undefined) throw noSuchStep(step);
  return view;
}

/** What 撤销 or 重做 would do now, and whether it can: it is tried, and given up before it is kept. */
export async function previewUndo(
  context: Context,
  { which }: ApiParsed<"history.preview">,
): Promise<UndoPreview | null> {
  const { ledger, officer } = context;
  const found = await stepToTakeBack(ledger, which);
  if (found === undefined) return null;
  const { step, entries, passedOver } = found;
  const [view] = await stepViews(ledger, entries);
  if (view === undefined) throw noSuchStep(step);
  const tried = new GivenUp();
  const refusal = await ledger
    .write({ actor: officer, action: actionOf(entries) }, async (tx) => {
      await standingEntries(tx, step);
      await takeBack(tx, entries, actionOf(entries));
      throw tried;
    })
    .catch((error: unknown) => {
      if (error === tried) return null;
      if (error instanceof UserError) return { message: error.message, hint: error.hint ?? "" };
      throw error;
    });
  return { step: view, refusal, passedOver };
}

/** Thrown to give a trial up; the transaction is rolled back as for any failure. */
class GivenUp extends Error {}

async function standingEntries(ledger: ReadableLedger, step: number): Promise<readonly ChangeLogEntry[]> {
  const entries = await entriesOfStep(ledger, step);
  if (entries.length === 0) throw noSuchStep(step);
  if (undoStateOf(await undoLinks(ledger)).isUndone(step)) throw alreadyUndone();
  return entries;
}

const undoing = "撤销：";
const redoing = "重做：";

/** 撤销：登记付款, and for the undo of that 重做：登记付款. */
function actionOf(entries: readonly ChangeLogEntry[]): string {
  const action = entries[0]?.action ?? "";
  if (action.startsWith(undoing)) return `${redoing}${action.slice(undoing.length)}`;
  return `${undoing}${action.startsWith(redoing) ? action.slice(redoing.length) : action}`;
}
