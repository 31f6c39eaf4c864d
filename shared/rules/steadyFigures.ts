import { z } from "zod";
import { canonicalJson } from "../kernel/canonicalJson.ts";
import { parseJson } from "../kernel/parseJson.ts";
import type { Figures } from "./finding.ts";

/** Counts of days to the present grow by themselves; a decision does not lapse because a night went by. */
const movesWithTheClock = (name: string): boolean => name.endsWith("Days") || name === "asOfDate";

/** The figures that a decision rests on, as one text: equal while they are equal. */
export const steadyFigures = (figures: Figures): string =>
  canonicalJson(Object.fromEntries(Object.entries(figures).filter(([name]) => !movesWithTheClock(name))));

const shape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Figures as they were stored; `undefined` for text that holds none, so that nothing is taken to be the same. */
export const readFigures = (json: string): Figures | undefined => shape.safeParse(parseJson(json)).data;
