import type { ErrorCode } from "../kernel/errors.ts";

/** What travels between the window and the engine, over one message port that the shell hands to both. */

export type Progress = Readonly<{ done: number; total?: number; note: string }>;

/** An answer says itself whether it went well, because an exception would lose all but its message on the way. */
export type Result<Output> = Readonly<{ ok: true; data: Output }> | Readonly<{ ok: false; error: WireError }>;

/**
 * A `Result` as text, made and read by `resultText.ts`. The bridge hands text through untouched but copies objects field
 * by field: 100,000 rows would hold the screen still for over a second.
 */
export type ResultText = string;

export type WireError = Readonly<{
  /** A `UserError`'s code, "internal" for a fault of ours, "engine-died" when nobody was left to answer. */
  code: ErrorCode | "internal" | "engine-died";
  message: string;
  hint?: string;
  details?: Readonly<Record<string, string | number | boolean | null>>;
}>;

export type ToEngine =
  | Readonly<{ kind: "request"; id: number; route: string; input: unknown }>
  | Readonly<{ kind: "cancel"; id: number }>;

export type ToWindow =
  | Readonly<{ kind: "reply"; id: number; result: ResultText }>
  | Readonly<{ kind: "progress"; id: number; progress: Progress }>
  | EventMessage;

/** Things that happen without having been asked for. */
export type Events = Readonly<{
  /** Another engine took over after one died; requests that were under way have failed. */
  "engine.restarted": Readonly<Record<string, never>>;
  /** The engine kept dying; only starting the program again helps. */
  "engine.stopped": Readonly<{ message: string }>;
  "menu.command": Readonly<{ command: MenuCommand }>;
  /** Something was written: what is on the screen may be old. */
  "ledger.changed": Readonly<Record<string, never>>;
}>;

export const menuCommands = [
  "ledger.new",
  "ledger.open",
  "ledger.close",
  "invoices.import",
  "help.about",
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export type EventName = keyof Events;
export type EventMessage = {
  [Name in EventName]: Readonly<{ kind: "event"; event: Name; payload: Events[Name] }>;
}[EventName];
