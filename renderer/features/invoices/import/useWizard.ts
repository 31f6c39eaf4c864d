import { useCallback, useRef, useState } from "react";
import type { InvoiceSource } from "#shared/api/invoices.ts";
import type { FileInspection } from "#shared/invoices/inspection.ts";
import type { ImportPreview } from "#shared/invoices/preview.ts";
import type { Said } from "#shared/invoices/said.ts";
import type { ImportBatch } from "#shared/model/invoice.ts";
import { isCancelled, type RequestOptions, request } from "../../../app/client.ts";
import { useNotify } from "../../../app/notify.ts";
import { type LongWork, useLongWork } from "../../../app/useLongWork.ts";
import { type Fixes, fixList, noFixes } from "./check/fixes.ts";
import { isSaid, nothingSaid, type Step, stepAfterFile } from "./wizard.ts";

/** What the list is taken from, and what it is called while it is read. */
export type Taken = Readonly<{ source: InvoiceSource; name: string }>;

export type Remember = Readonly<{ on: boolean; name: string }>;

/** What became of the import: the batch, and what was shown before. */
export type Done = Readonly<{ batch: ImportBatch; preview: ImportPreview }>;

/** A column by its title. */
export type ColumnPlace = Readonly<{ sheet: string; title: string }>;

type State = Readonly<{
  step: Step;
  taken: Taken | null;
  inspection: FileInspection | null;
  said: Said;
  fixes: Fixes;
  preview: ImportPreview | null;
  /** What the preview was made with: another one is needed when this has changed. */
  checkedWith: Readonly<{ said: Said; fixes: Fixes }> | null;
  leftOut: ReadonlySet<string>;
  remember: Remember;
  /** The column that something was said about: the keys begin there. */
  column: ColumnPlace | null;
  done: Done | null;
}>;

const start: State = {
  step: "file",
  taken: null,
  inspection: null,
  said: nothingSaid,
  fixes: noFixes,
  preview: null,
  checkedWith: null,
  leftOut: new Set(),
  remember: { on: false, name: "" },
  column: null,
  done: null,
};

export type Wizard = State &
  Readonly<{
    work: LongWork;
    /** Why the last step could not be taken. */
    failure: unknown;
    /** Answers whether the list was read; when it was not, what was on the page still is. */
    take: (taken: Taken) => Promise<boolean>;
    /** Says something of sheets and columns, and looks at the list anew. */
    say: (said: Said) => void;
    setRemember: (remember: Remember) => void;
    go: (step: Step) => void;
    /** To the columns, at this one. */
    toColumn: (place: ColumnPlace) => void;
    setFixes: (fixes: Fixes) => void;
    /** Checks again with what was said and mended. */
    recheck: () => void;
    setLeftOut: (leftOut: ReadonlySet<string>) => void;
    commit: () => void;
    restart: () => void;
  }>;

/** From a list to a batch: looks, asks what it cannot tell, checks, and writes exactly what was shown. */
export function useWizard(): Wizard {
  const work = useLongWork();
  const [state, setState] = useState<State>(start);
  const [failure, setFailure] = useState<unknown>(null);
  const looks = useRef(0);
  const set = useCallback((next: Partial<State>) => setState((now) => ({ ...now, ...next })), []);
  const setLeftOut = useCallback((leftOut: ReadonlySet<string>) => set({ leftOut }), [set]);
  const { done } = useNotify();

  /** A failure stays on the page, beside what it is about. */
  const attempt = <T>(label: string, task: (options: RequestOptions) => Promise<T>, changes = false) => {
    setFailure(null);
    const kept = async (options: RequestOptions) => {
      try {
        return await task(options);
      } catch (error) {
        if (isCancelled(error)) done("已停止，账本没有改动");
        else setFailure(error);
        return undefined;
      }
    };
    return work.run(label, kept, changes);
  };

  /** Another list was taken, or something said, since this was asked: its answer comes too late. */
  const staleness = () => {
    const mine = looks.current;
    return () => mine !== looks.current;
  };

  const check = async (taken: Taken, said: Said, fixes: Fixes): Promise<boolean> => {
    const isStale = staleness();
    const input = { source: taken.source, said, fixes: fixList(fixes) };
    const preview = await attempt(`核对 ${taken.name}`, (options) =>
      request("invoices.previewImport", input, options),
    );
    if (preview === undefined || isStale()) return false;
    set({ preview, checkedWith: { said, fixes }, step: "check" });
    return true;
  };

  const take = async (taken: Taken): Promise<boolean> => {
    looks.current += 1;
    const isStale = staleness();
    const inspection = await attempt(`读取 ${taken.name}`, (options) =>
      request("invoices.inspect", { source: taken.source, said: null }, options),
    );
    if (inspection === undefined || isStale()) return false;
    const step = stepAfterFile(inspection, nothingSaid);
    const remember = { on: false, name: inspection.sourceName };
    setState({ ...start, taken, inspection, remember, step: step === "check" ? "file" : step });
    if (step !== "check" || (await check(taken, nothingSaid, noFixes))) return true;
    if (inspection.kind !== "eInvoices" && !isStale()) set({ step: "columns" });
    return true;
  };

  const say = async (said: Said) => {
    const { taken, inspection, remember } = state;
    if (taken === null) return;
    looks.current += 1;
    const isStale = staleness();
    // What is said by hand is worth keeping, until the officer says it is not.
    const first = !isSaid(state.said) && isSaid(said);
    set({ said, ...(first ? { remember: { ...remember, on: true } } : {}) });
    setFailure(null);
    try {
      const next = await request("invoices.inspect", { source: taken.source, said });
      if (!isStale()) set({ inspection: next });
    } catch (error) {
      if (isStale()) return;
      setFailure(error);
      set({ said: state.said, inspection });
    }
  };

  const go = async (step: Step) => {
    const { taken, said, fixes, preview, checkedWith } = state;
    if (step !== "check" || taken === null) return set({ step, column: null });
    const isFresh = checkedWith?.said === said && checkedWith.fixes === fixes;
    if (preview !== null && isFresh) return set({ step });
    await check(taken, said, fixes);
  };

  const recheck = async () => {
    const { taken, said, fixes } = state;
    if (taken !== null) await check(taken, said, fixes);
  };

  const commit = async () => {
    const { preview, leftOut, remember } = state;
    if (preview === null) return;
    const isStale = staleness();
    const input = {
      previewId: preview.id,
      leaveOut: [...leftOut],
      rememberAs: remember.on && remember.name.trim() !== "" ? remember.name.trim() : null,
    };
    const answer = await attempt(
      `导入 ${preview.fileName}`,
      (options) => request("invoices.commitImport", input, options),
      true,
    );
    if (answer === undefined) return;
    if (isStale()) done(`“${preview.fileName}”已导入`);
    else set({ done: { batch: answer.batch, preview }, step: "done" });
  };

  return {
    ...state,
    work,
    failure,
    take,
    say: (said) => void say(said),
    setRemember: (remember) => set({ remember }),
    go: (step) => void go(step),
    toColumn: ({ sheet, title }) => set({ step: "columns", column: { sheet, title } }),
    setFixes: (fixes) => set({ fixes }),
    recheck: () => void recheck(),
    setLeftOut,
    commit: () => void commit(),
    restart: () => {
      setFailure(null);
      setState(start);
    },
  };
}
