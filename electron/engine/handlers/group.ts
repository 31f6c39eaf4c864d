import type { Api } from "#shared/api/contract.ts";
import type { Context } from "../context.ts";
import type { Desk } from "../desk.ts";
import type { Handlers, RequestContext } from "../serve.ts";

/** The handlers of one noun's routes. */
export type Group<Routes> = Handlers<Pick<Api, keyof Routes & keyof Api>>;

/** A handler made of a use case on the open ledger. */
export const onLedger =
  (desk: Desk) =>
  <Input, Output>(useCase: (context: Context, input: Input) => Promise<Output>) =>
  async (input: Input, request: RequestContext): Promise<Output> =>
    useCase(await desk.context(request), input);

/** Runs a use case that changes something and answers with what is to be seen then. */
export const thenShow =
  <Input, Changed, Output>(
    change: (context: Context, input: Input) => Promise<Changed>,
    show: (context: Context, changed: Changed) => Promise<Output>,
  ) =>
  async (context: Context, input: Input): Promise<Output> =>
    show(context, await change(context, input));
