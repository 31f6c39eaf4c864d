/** Account numbers are written with spaces or hyphens or without, and compared without. */
export const plainAccountNo = (accountNo: string): string =>
  accountNo.normalize("NFKC").replace(/[\s-]/g, "");
