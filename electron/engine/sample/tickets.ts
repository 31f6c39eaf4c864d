import type { Ticket } from "./invoiceDraft.ts";

/** 电子普通发票 and 普通发票 of Shanghai in 2022, and 数电票: 22 the year, 31 Shanghai. All numbers are invented. */

export const electronic = (no: string): Ticket => ({ kind: "electronic", code: "031002200111", no });

export const paper = (no: string): Ticket => ({ kind: "paper", code: "3100221350", no });

export const digital = (sequence: string): Ticket => ({ kind: "digital", number: `22312000${sequence}` });
