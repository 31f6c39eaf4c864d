import { createContext, useContext } from "react";
import type { FileToken } from "#shared/api/fields.ts";
import type { ErrorText } from "./errorText.ts";

/** Short notices at the edge of the window. */
export type Notify = Readonly<{
  /** It went well: one short sentence. */
  done: (message: string) => void;
  /** It went well but for these; stays until it is read and closed. */
  warned: (message: string, but: readonly string[]) => void;
  /** A file was written: says its name and offers to open it or its folder. */
  exported: (fileName: string, file: FileToken, warnings?: readonly string[]) => void;
  failed: (error: ErrorText) => void;
  /** Takes away what was said about another ledger. */
  clear: () => void;
}>;

const silent: Notify = {
  done: () => undefined,
  warned: () => undefined,
  exported: () => undefined,
  failed: () => undefined,
  clear: () => undefined,
};

export const NotifyContext = createContext<Notify>(silent);

export const useNotify = (): Notify => useContext(NotifyContext);
