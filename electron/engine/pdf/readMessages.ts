import type { RuledPage } from "#shared/text/ruledPage.ts";

/** What the thread that reads PDFs is asked. `bytes` are handed over and gone from the asker. */
export type ReadRequest = Readonly<{
  id: number;
  bytes: Uint8Array;
  pages: number;
  characters: number;
  /** Also where each piece of text stands, and the lines that are drawn. */
  placed: boolean;
}>;

/** `empty`: without a page. `password`: it cannot be opened without one. `large`: it unpacks without end. */
export type ReadFault = "password" | "damaged" | "empty" | "large";

export type ReadAnswer = Readonly<{ id: number }> &
  (
    | Readonly<{ pages: readonly string[]; placed: readonly RuledPage[]; pageCount: number }>
    | Readonly<{ fault: ReadFault }>
  );
