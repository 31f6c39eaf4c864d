import type { PickedFile } from "./shell.ts";
import type { EventName, Events, Progress, Result, ResultText } from "./wire.ts";

/** All that the window gets of the world outside: `window.jingfei`, put there by the preload script. */
export type Bridge<DroppedFile> = Readonly<{
  /** Asks the shell (`shell.…`) or the engine (everything else). The result is a `Result` and never rejects. */
  request: (route: string, input: unknown, onProgress?: (progress: Progress) => void) => Call;
  /** Calls `listener` at every such event until the returned function is called. */
  subscribe: <Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void) => () => void;
  /** Makes a file that was dropped on the window readable, as if it had been picked. */
  dropped: (file: DroppedFile) => Promise<Result<PickedFile>>;
}>;

export type Call = Readonly<{ result: Promise<ResultText>; cancel: () => void }>;
