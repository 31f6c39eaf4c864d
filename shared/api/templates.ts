import { z } from "zod";
import type { Printable } from "../forms/prose.ts";
import { type Template, templateShape } from "../forms/templates/template.ts";
import type { TemplateFault } from "../forms/templates/templateFaults.ts";
import type { Id } from "../kernel/id.ts";
import * as field from "../model/fields.ts";
import { route } from "./route.ts";

/** 表式: one that comes with the program, or a copy of the office's own. */
export type TemplateView = Readonly<{
  /** Null for one that comes with the program and cannot be changed. */
  own: Readonly<{ id: Id; basedOn: string; changedAt: string; changedBy: string; note: string }> | null;
  template: Template;
  faults: readonly TemplateFault[];
  /** Live projects that print by it. */
  usedBy: readonly Readonly<{ id: Id; name: string; fiscalYear: number }>[];
}>;

/** The papers that stand in a template of their own and can be looked at while it is edited. */
export const templatePapers = ["targets", "targetsFill", "budget", "narrative"] as const;
export type TemplatePaper = (typeof templatePapers)[number];

/** `own-2026`: its name in the ledger, which projects refer to. */
export const templateKey = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{1,30}$/, "由小写字母、数字和短横组成，例如 gfl-2026");

export const templateRoutes = {
  "templates.list": route<readonly TemplateView[]>()(z.strictObject({})),
  /** A new copy (`id` null) or a changed one. */
  "templates.save": route<TemplateView>()(
    z.strictObject({
      id: field.id.nullable(),
      key: templateKey,
      basedOn: z.string().min(1),
      template: templateShape,
      note: field.text.default(""),
    }),
  ),
  "templates.void": route<null>()(
    z.strictObject({ id: field.id, reason: z.string().trim().min(1, "请写明原因") }),
  ),
  /** A paper as it would be by a template that is still being edited, of a project or, without one, of an empty project. */
  "templates.preview": route<Printable>()(
    z.strictObject({
      template: templateShape,
      form: z.enum(templatePapers),
      projectId: field.id.nullable(),
    }),
  ),
} as const;
