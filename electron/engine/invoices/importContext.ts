import type { Context } from "../context.ts";

/** What an import needs of the context it runs in. */
export type ImportContext = Pick<Context, "ledger" | "clock" | "officer" | "write" | "signal" | "progress">;
