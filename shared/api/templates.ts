import { z } from "zod";
import { formIds } from "../forms/formKinds.ts";
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
  /** Live projects that print by it; those of a `closed` year stay with it. */
  usedBy: readonly Readonly<{ id: Id; name: string; fiscalYear: number; closed: boolean }>[];
}>;

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
      /** Null: the one it has, or a free one that the program chooses. */
      key: templateKey.nullable(),
      basedOn: z.string().min(1),
      template: templateShape,
      note: field.text.default(""),
    }),
  ),
  /** `instead` is the key of the template that the projects go on with; without it one that is in use stays. */
  "templates.void": route<null>()(
    z.strictObject({
      id: field.id,
      reason: z.string().trim().min(1, "请写明原因"),
      instead: z.string().min(1).nullable().default(null),
    }),
  ),
  /** Lets projects print by a template from now on; what they handed in stays as it was. */
  "templates.use": route<readonly TemplateView[]>()(
    z.strictObject({ key: z.string().min(1), projectIds: z.array(field.id).min(1) }),
  ),
  /** A paper as it would be by a template that is still being edited, of a project or, without one, of made-up rows. */
  "templates.preview": route<Printable>()(
    z.strictObject({
      template: templateShape,
      form: z.enum(formIds),
      projectId: field.id.nullable(),
    }),
  ),
} as const;
