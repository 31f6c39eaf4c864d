import { z } from "zod";
import * as field from "../model/fields.ts";

/** A file the officer picked in a dialog of the shell. The window never sees or says a path. */
export const fileToken = z.string().min(1).max(200).brand<"FileToken">();
export type FileToken = z.infer<typeof fileToken>;

/** Which papers: of one budget year, and of one project when one is chosen at the top of the window. */
export const scope = z.strictObject({ fiscalYear: field.fiscalYear, projectId: field.id.nullable() });
export type Scope = z.infer<typeof scope>;

export const byId = z.strictObject({ id: field.id });

/** Nothing is deleted: it is voided, with the reason. */
export const voiding = z.strictObject({
  id: field.id,
  reason: z.string().trim().min(2, "请写明作废原因"),
});

export const nothing = z.strictObject({});

/** A row as the window saves it has no id while it is new, and is voided in a way of its own. */
export const newOrOld = { id: field.id.nullable() } as const;
export const storeOnly = { id: true, voidedAt: true, voidReason: true } as const;

/** Print 〓 for characters that no font of a PDF has; else they are refused, with every one of them and its places. */
export const missingChoice = { allowMissing: z.boolean().default(false) } as const;
