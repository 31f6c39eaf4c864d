/** What the thread that reads PDFs is asked. `bytes` are handed over and gone from the asker. */
export type ReadRequest = Readonly<{ id: number; bytes: Uint8Array; pages: number; characters: number }>;

/** `empty`: without a page. `password`: it cannot be opened without one. `large`: it unpacks without end. */
export type ReadFault = "password" | "damaged" | "empty" | "large";

export type ReadAnswer = Readonly<{ id: number }> &
  (Readonly<{ pages: readonly string[]; pageCount: number }> | Readonly<{ fault: ReadFault }>);
