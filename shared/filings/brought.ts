import { z } from "zod";
import { parseJson } from "../kernel/parseJson.ts";
import { fundingSource } from "../model/project.ts";

/** What a paper that is brought in was found to say, each value with where it stood. Plain data, kept as JSON. */

const cellRef = z.strictObject({ line: z.int().min(0), cell: z.int().min(0) });

/**
 * `unsure`: the officer must look. `inferred`: taken from what stands around it. `cleaned`: something was taken out, and
 * what.
 */
const remark = z.strictObject({ kind: z.enum(["unsure", "inferred", "cleaned"]), text: z.string() });
export type Remark = Readonly<z.infer<typeof remark>>;

const value = {
  /** As it is taken over. */
  text: z.string(),
  /** As it stood. */
  written: z.string(),
  at: z.array(cellRef).readonly(),
  remarks: z.array(remark).readonly(),
} as const;
const readValue = z.strictObject(value);
export type ReadValue = Readonly<z.infer<typeof readValue>>;

export const broughtFields = [
  "name",
  "category",
  "nature",
  "departmentName",
  "implementingName",
  "startDate",
  "endDate",
  "overallGoal",
  "annualGoal",
] as const;
export type BroughtField = (typeof broughtFields)[number];

const field = z.strictObject({ key: z.enum(broughtFields), label: z.string(), ...value });

const { scope, kind } = fundingSource.shape;
const amount = z.strictObject({ scope, kind, label: z.string(), cents: z.int().nullable(), ...value });

const indicator = z.strictObject({
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  valueText: z.string(),
  written: z.string(),
  at: z.array(cellRef).readonly(),
  remarks: z.array(remark).readonly(),
});

const section = z.strictObject({ heading: z.string(), ...value });

/** What became of a cell that is not blank. */
const use = z.strictObject({ ...cellRef.shape, as: z.string() });
const unused = z.strictObject({ ...cellRef.shape, text: z.string(), reason: z.string() });

export const readKinds = ["targets", "targetsFill", "narrative", "other"] as const;

export const readPaper = z.strictObject({
  kind: z.enum(readKinds),
  /** What it is called where it is told from others: its title, or what it must be. */
  name: z.string(),
  title: readValue.nullable(),
  fiscalYear: z.int().nullable(),
  /** Its lines in the document; both belong to it. */
  fromLine: z.int().min(0),
  toLine: z.int().min(0),
  fields: z.array(field).readonly(),
  amounts: z.array(amount).readonly(),
  /** `null` for a paper without such a table. */
  indicators: z.array(indicator).readonly().nullable(),
  sections: z.array(section).readonly(),
  uses: z.array(use).readonly(),
  unused: z.array(unused).readonly(),
});

export type ReadPaper = Readonly<z.infer<typeof readPaper>>;
export type ReadKind = ReadPaper["kind"];
export type ReadField = ReadPaper["fields"][number];
export type ReadAmount = ReadPaper["amounts"][number];
export type ReadIndicator = NonNullable<ReadPaper["indicators"]>[number];
export type ReadSection = ReadPaper["sections"][number];
export type UnusedCell = ReadPaper["unused"][number];

/** What was read when this paper was brought in; `undefined` when it cannot be understood any more. */
export const broughtOf = (paperJson: string): ReadPaper | undefined =>
  readPaper.safeParse(parseJson(paperJson)).data;
