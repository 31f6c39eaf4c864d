import type { Api } from "#shared/api/contract.ts";
import { fromResultText } from "#shared/api/resultText.ts";
import type { InputOf, OutputOf } from "#shared/api/route.ts";
import type { PickedFile, ShellRoutes } from "#shared/api/shell.ts";
import type { Progress, Result, WireError } from "#shared/api/wire.ts";
import { bridge } from "./bridge.ts";

type AllRoutes = Api & ShellRoutes;
export type AnyRoute = keyof AllRoutes;
export type Input<Name extends AnyRoute> = InputOf<AllRoutes[Name]>;
export type Output<Name extends AnyRoute> = OutputOf<AllRoutes[Name]>;

export type RequestOptions = Readonly<{
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}>;

/** An answer that was no: `message` says what is wrong and where, `hint` what to do next. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: string;
  readonly hint: string | undefined;
  /** What a program can go on with, such as the record that stands in the way. */
  readonly details: WireError["details"];

  constructor(failure: WireError) {
    super(failure.message);
    this.code = failure.code;
    this.hint = failure.hint;
    this.details = failure.details;
  }
}

/** The officer stopped it: nothing to complain about. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof RequestError && error.code === "cancelled";

const unwrap = <Data>(result: Result<Data>): Data => {
  if (!result.ok) throw new RequestError(result.error);
  return result.data;
};

/**
 * Asks the engine, or the shell for `shell.…`. The answer has the type the contract names; a refusal is thrown as
 * `RequestError`.
 *
 *     const project = await request("projects.get", { id });
 */
export async function request<Name extends AnyRoute>(
  route: Name,
  input: Input<Name>,
  { onProgress, signal }: RequestOptions = {},
): Promise<Output<Name>> {
  const call = bridge().request(route, input, onProgress);
  if (signal?.aborted) call.cancel();
  signal?.addEventListener("abort", call.cancel, { once: true });
  try {
    // The handlers of the engine are checked against the same contract, so the wire carries this type.
    return unwrap(fromResultText(await call.result) as Result<Output<Name>>);
  } finally {
    signal?.removeEventListener("abort", call.cancel);
  }
}

/** A file dropped on the window, as if it had been picked in a dialog. */
export const dropped = async (file: File): Promise<PickedFile> => unwrap(await bridge().dropped(file));
