import type { templateRoutes } from "#shared/api/templates.ts";
import type { Desk } from "../desk.ts";
import { previewTemplate } from "../filings/templatePreview.ts";
import { listTemplates, saveTemplate, useTemplate, voidTemplate } from "../filings/templates.ts";
import { type Group, onLedger } from "./group.ts";

export function templateHandlers(desk: Desk): Group<typeof templateRoutes> {
  const on = onLedger(desk);
  return {
    "templates.list": on(listTemplates),
    "templates.save": on(saveTemplate),
    "templates.void": on(voidTemplate),
    "templates.use": on(useTemplate),
    "templates.preview": on(previewTemplate),
  };
}
