import type { z } from "zod";

/** One thing the window may ask the engine for: how its input is checked, and what comes back. */
export type Route<Input extends z.ZodType = z.ZodType, Output = unknown> = Readonly<{
  input: Input;
  /** Never there at run time: carries the type of the answer. */
  output?: Output;
}>;

export type Routes = Readonly<Record<string, Route>>;

export type InputOf<R extends Route> = z.input<R["input"]>;
export type ParsedInputOf<R extends Route> = z.output<R["input"]>;
export type OutputOf<R extends Route> = R extends Route<z.ZodType, infer Output> ? Output : never;

/** `route<Answer>()(z.strictObject({ … }))`: the answer's type is named, the input's is read off its schema. */
export const route =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Route<Input, Output> => ({ input });
