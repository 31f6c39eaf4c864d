import { z } from "zod";
import * as field from "../model/fields.ts";
import { fileToken } from "./fields.ts";
import type { Exported } from "./filings.ts";
import { route } from "./route.ts";

export const auditRoutes = {
  /** 付款审计材料: all that stands behind one payment, void or not, as a zip. */
  "audit.exportPayment": route<Exported>()(z.strictObject({ id: field.id, file: fileToken })),
} as const;
