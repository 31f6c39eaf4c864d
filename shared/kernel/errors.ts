/**
 * An error its reader can act on. `message` says in Chinese what is wrong and where (file, sheet, row, column);
 * `hint` says what to do next. Everything else that is thrown is our fault and is reported as such.
 */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: ErrorDetails | undefined;

  constructor(props: Readonly<{ code: ErrorCode; message: string; hint?: string; details?: ErrorDetails }>) {
    super(props.message);
    this.code = props.code;
    this.hint = props.hint;
    this.details = props.details;
  }
}

/** What kind of thing went wrong; the sentence is for people, the code is for programs. */
export type ErrorCode =
  | "bad-request"
  | "not-found"
  | "conflict"
  | "refused"
  | "bad-file"
  | "bad-ledger"
  | "ledger-busy"
  | "ledger-closed"
  | "disk"
  | "cancelled";

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;
