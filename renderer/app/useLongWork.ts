import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Progress } from "#shared/api/wire.ts";
import type { RequestOptions } from "./client.ts";
import { useReportError } from "./reportError.ts";

export type LongWork = Readonly<{
  /** What is under way, or null. */
  running: Readonly<{ label: string; progress: Progress | null; cancelling: boolean }> | null;
  /**
   * Carries out one piece of long work, passing it what it needs to report progress and be stopped. Answers `undefined`
   * when it was cancelled or failed; the failure has then been shown.
   */
  run: <T>(
    label: string,
    task: (options: RequestOptions) => Promise<T>,
    changes?: boolean,
  ) => Promise<T | undefined>;
  cancel: () => void;
}>;

/** For imports and exports: shows how far they are, and stops them. Show it with `ProgressPanel`. */
export function useLongWork(): LongWork {
  const [running, setRunning] = useState<LongWork["running"]>(null);
  const controller = useRef<AbortController | null>(null);
  const queries = useQueryClient();
  const report = useReportError();

  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback<LongWork["run"]>(
    async (label, task, changes = false) => {
      const mine = new AbortController();
      controller.current = mine;
      setRunning({ label, progress: null, cancelling: false });
      const onProgress = (progress: Progress) =>
        setRunning((now) => (now === null ? null : { ...now, progress }));
      try {
        const answer = await task({ onProgress, signal: mine.signal });
        if (changes) await queries.invalidateQueries();
        return answer;
      } catch (error) {
        if (!mine.signal.aborted) report(error);
        return undefined;
      } finally {
        if (controller.current === mine) {
          controller.current = null;
          setRunning(null);
        }
      }
    },
    [queries, report],
  );

  const cancel = useCallback(() => {
    controller.current?.abort();
    setRunning((now) => (now === null ? null : { ...now, cancelling: true }));
  }, []);

  return { running, run, cancel };
}
