import { createContext, useContext } from "react";
import { type MissingCharacter, missingInDetails } from "#shared/forms/missingCharacters.ts";
import { RequestError } from "./client.ts";

/** Shows what a paper cannot be printed with; true where it is to be printed with 〓 instead. */
export type AskMissing = (missing: readonly MissingCharacter[]) => Promise<boolean>;

export const MissingCharactersContext = createContext<AskMissing>(async () => false);

/**
 * Does what writes PDFs, and once more with 〓 where characters are missing that no font has and the officer lets them be
 * replaced. Answers `undefined` when the officer goes back to change them.
 *
 *     const printable = usePrintable();
 *     await printable((allowMissing) => request("filings.export", { …, allowMissing }));
 */
export function usePrintable() {
  const ask = useContext(MissingCharactersContext);
  return async <Answer>(write: (allowMissing: boolean) => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await write(false);
    } catch (error) {
      const missing = error instanceof RequestError ? missingInDetails(error.details) : undefined;
      if (missing === undefined) throw error;
      return (await ask(missing)) ? write(true) : undefined;
    }
  };
}
