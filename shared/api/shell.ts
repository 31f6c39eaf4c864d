import { z } from "zod";
import { paperFormats } from "../attachments/paperTypes.ts";
import { type FileToken, fileToken, nothing } from "./fields.ts";
import { route } from "./route.ts";

/** A file as the window knows it: a token that stands for the path, and a name to show. */
export type PickedFile = Readonly<{ file: FileToken; name: string }>;

/** What a picked file is for decides which files the dialog shows and whether the engine may write it. */
export const pickPurposes = ["invoices", "payments", "filings", "ledger", "json"] as const;
export type PickPurpose = (typeof pickPurposes)[number];

export const savePurposes = ["ledger", "export"] as const;
export const saveFormats = ["jingfei", "json", "zip", ...paperFormats] as const;
export type SaveFormat = (typeof saveFormats)[number];

/** The name that ends a ledger's file. */
export const ledgerExtension: SaveFormat = "jingfei";

export type About = Readonly<{
  name: string;
  version: string;
  electron: string;
  node: string;
  chrome: string;
  system: string;
}>;

/** What the window may ask of the shell: dialogs and the desktop. `null` when the officer cancelled. */
export const shellRoutes = {
  "shell.pickFile": route<PickedFile | null>()(z.strictObject({ purpose: z.enum(pickPurposes) })),
  /** Papers to attach, several at once; none when the officer cancelled. */
  "shell.pickPapers": route<readonly PickedFile[]>()(nothing),
  /** A place for a copy that is only looked at; it is gone when the program ends. */
  "shell.placeToOpen": route<PickedFile>()(
    z.strictObject({ name: z.string().trim().min(1).max(200), format: z.enum(paperFormats) }),
  ),
  /** A folder the engine may write files into. */
  "shell.pickFolder": route<PickedFile | null>()(nothing),
  "shell.pickSave": route<PickedFile | null>()(
    z.strictObject({
      purpose: z.enum(savePurposes),
      suggestedName: z.string().trim().min(1).max(120),
      format: z.enum(saveFormats),
    }),
  ),
  "shell.showInFolder": route<null>()(z.strictObject({ file: fileToken })),
  "shell.openFile": route<null>()(z.strictObject({ file: fileToken })),
  "shell.about": route<About>()(nothing),
} as const;

export type ShellRoutes = typeof shellRoutes;
