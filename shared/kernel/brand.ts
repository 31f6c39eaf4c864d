import type { z } from "zod";

/** A primitive that only its own constructor makes, so 分 never meet 元 and dates never meet text. */
export type Brand<Value, Name extends string> = Value & z.$brand<Name>;
