import { z } from "zod";
import type { ErrorDetails } from "../kernel/errors.ts";

/** What stands for a character that no font has, as in Chinese print. */
export const missingMark = "〓";

const missingCharacter = z.strictObject({
  char: z.string(),
  /** "U+20BB7" */
  code: z.string(),
  /** The cell or paragraph, and how its text begins. */
  places: z.array(z.strictObject({ place: z.string(), text: z.string() })),
});

/** A character that a paper cannot be printed with, and everywhere it stands. */
export type MissingCharacter = Readonly<z.infer<typeof missingCharacter>>;

const key = "missingCharacters";

/** As a refusal carries them to the window, whose details are plain values. */
export const missingDetails = (missing: readonly MissingCharacter[]): ErrorDetails => ({
  [key]: JSON.stringify(missing),
});

/** What a refusal says is missing; `undefined` for any other refusal. */
export function missingInDetails(details: ErrorDetails | undefined): readonly MissingCharacter[] | undefined {
  const text = details?.[key];
  return typeof text === "string" ? z.array(missingCharacter).parse(JSON.parse(text)) : undefined;
}
