import type { FileToken } from "./fields.ts";

/** What the shell and the engine say to each other, apart from the window's port. */
export type ToEngineProcess =
  /** The first message: where things are. */
  | Readonly<{ kind: "start"; settings: EngineSettings }>
  /** Brings the port of a window. */
  | Readonly<{ kind: "connect" }>
  | Readonly<{ kind: "grant"; grant: Grant }>
  /** Finish what is being written, close the ledger, exit. */
  | Readonly<{ kind: "stop" }>;

export type FromEngineProcess = Readonly<{ kind: "granted"; token: FileToken }>;

export type EngineSettings = Readonly<{
  /** Folder of the program's own files: recent ledgers, logs. */
  userData: string;
  /** Folder in which a new ledger is offered. */
  documents: string;
  version: string;
}>;

/** A path the officer chose in a dialog, and what the engine may do there. `write` includes reading. */
export type Grant = Readonly<{ token: FileToken; path: string; access: "read" | "write" }>;
