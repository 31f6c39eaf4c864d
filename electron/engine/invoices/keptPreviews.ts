import type { Clock } from "#shared/kernel/clock.ts";
import { UserError } from "#shared/kernel/errors.ts";

/** Previews that wait for the officer's decision: few, and not for ever, since each holds a whole file. */
export type KeptPreviews<Prepared> = Readonly<{
  keep: (prepared: Prepared) => void;
  /** Fails with `not-found` when it has gone. */
  get: (previewId: string) => Prepared;
  /** The one that was kept last. */
  last: () => Prepared | undefined;
  forget: (previewId: string) => void;
}>;

const longestWait = 60 * 60 * 1000;

export function keepPreviews<Prepared extends Readonly<{ preview: Readonly<{ id: string }> }>>({
  clock,
  limit = 2,
}: Readonly<{ clock: Clock; limit?: number }>): KeptPreviews<Prepared> {
  const kept = new Map<string, Readonly<{ prepared: Prepared; at: number }>>();
  const now = (): number => Date.parse(clock.now());
  const dropOld = (): void => {
    for (const [id, { at }] of kept) if (now() - at > longestWait) kept.delete(id);
  };
  return {
    keep: (prepared) => {
      dropOld();
      kept.delete(prepared.preview.id);
      const [oldest] = kept.keys();
      if (kept.size >= limit && oldest !== undefined) kept.delete(oldest);
      kept.set(prepared.preview.id, { prepared, at: now() });
    },
    get: (previewId) => {
      dropOld();
      const found = kept.get(previewId);
      if (found !== undefined) return found.prepared;
      throw new UserError({
        code: "not-found",
        message: "这个导入预览已经失效，没有导入。",
        hint: "请重新选择文件，再看一次预览。",
      });
    },
    last: () => {
      dropOld();
      return [...kept.values()].at(-1)?.prepared;
    },
    forget: (previewId) => void kept.delete(previewId),
  };
}
