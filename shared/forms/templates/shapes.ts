import { z } from "zod";

/** What the shapes of a template's papers are made of. */

export const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).min(1, "不能为空").readonly();
/** As written: blanks at its ends are room to sign in. */
export const label = z.string().refine((text) => text.trim() !== "", "不能为空");
export const span = z.int().min(1).max(20);
/** Characters of the body font. */
export const width = z.number().min(2).max(150);
export const orientation = z.enum(["portrait", "landscape"]);

/** A sheet of rows under a heading: which columns, in which order, what they are called. */
export const tableTemplate = <Key extends string>(keys: readonly [Key, ...Key[]]) =>
  z.strictObject({
    title: label,
    yearLine: label,
    orientation,
    columns: list(
      z.strictObject({
        key: z.enum(keys),
        heading: label,
        width,
        /** A heading that this column shares with its neighbour. */
        over: label.optional(),
      }),
    ),
    signatures: z.array(label).readonly(),
  });
