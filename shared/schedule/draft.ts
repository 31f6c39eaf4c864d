import type { Instalment } from "../model/contract.ts";

/** An instalment before it has an identity: what a plan proposes and the ledger then stores. */
export type InstalmentDraft = Omit<Instalment, "id" | "contractId" | "voidedAt" | "voidReason">;
