import { z } from "zod";
import type { Cents } from "../kernel/cents.ts";
import type { IsoDate } from "../kernel/dates.ts";
import * as field from "../model/fields.ts";
import { type BudgetLine, budgetLine } from "../model/project.ts";
import { byId } from "./fields.ts";
import type { ProjectDetail } from "./projects.ts";
import { route } from "./route.ts";

/** What the officer decides on before a project goes on into the next year. */
export const rollOverChoices = z.strictObject({
  projectId: field.id,
  /** The suggested ones when null. */
  code: field.name.nullable().default(null),
  name: field.name.nullable().default(null),
  /** The template of the next year's papers. */
  template: field.name.nullable().default(null),
  /** 上年结转资金 taken along. */
  carryOverCents: field.nonNegativeCents.default(0 as Cents),
  /** On prices and lump sums, for example 3 or -5.5. */
  percent: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,2})?$/, "应为百分比，例如 3 或 -5.5")
    .default("0"),
  /** Lines decided by hand; the others follow the percentage. */
  lines: z
    .array(
      budgetLine
        .pick({ id: true, quantity: true, unitPrice: true, periods: true, amountCents: true })
        .extend({ take: z.boolean() }),
    )
    .default([]),
  /** Which mentions of the year are moved on; null for those that are suggested. */
  years: z.array(z.string()).nullable().default(null),
});
export type RollOverChoices = z.infer<typeof rollOverChoices>;
/** As the window and the command line hand it in: what is left out is as suggested. */
export type RollOverInput = z.input<typeof rollOverChoices>;

export const rollOverKinds = ["changed", "wanted", "left", "carried"] as const;
export type RollOverKind = (typeof rollOverKinds)[number];

/** One thing of the project and what becomes of it. */
export type RollOverItem = Readonly<{
  area: string;
  name: string;
  kind: RollOverKind;
  before: string;
  after: string;
  note: string;
}>;

type Figures = Pick<BudgetLine, "quantity" | "unitPrice" | "periods" | "amountCents">;

export type RollOverLine = Readonly<{
  id: BudgetLine["id"];
  name: string;
  unitName: string;
  take: boolean;
  before: Figures;
  after: Figures;
}>;

/** The year where it stands in a text. */
export type YearMention = Readonly<{
  id: string;
  place: string;
  before: string;
  year: string;
  after: string;
  /** What speaks against moving it on; empty where it is suggested. */
  doubt: string;
  move: boolean;
}>;

export type RollOverPreview = Readonly<{
  fiscalYear: number;
  code: string;
  name: string;
  startDate: IsoDate | null;
  endDate: IsoDate | null;
  template: string;
  templateName: string;
  /** Why it cannot be done this way; empty when it can. */
  problem: string;
  /** What the year's money has left, and what of it is signed for. */
  leftCents: Cents;
  committedCents: Cents;
  annualCents: Cents;
  lines: readonly RollOverLine[];
  years: readonly YearMention[];
  items: readonly RollOverItem[];
}>;

export const rollOverRoutes = {
  "projects.rollOverPreview": route<RollOverPreview>()(rollOverChoices),
  "projects.rollOver": route<ProjectDetail>()(rollOverChoices),
  /** What a project took over from the year before and what was changed since; empty for one that stands alone. */
  "projects.rollOverReport": route<readonly RollOverItem[]>()(byId),
} as const;
