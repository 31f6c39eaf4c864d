import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create } from "fontkit";
import type { Advance } from "#shared/forms/lines.ts";
import type { Look } from "#shared/forms/styles.ts";
import { type FontName, standInFor } from "./standIns.ts";

/** One weight of an open font that stands in for the official one and is embedded in the file. */
export type Font = Readonly<{
  name: FontName;
  bytes: Buffer;
  advance: Advance;
  has: (codePoint: number) => boolean;
}>;

export type Fonts = Readonly<Record<FontName, Font>>;

/** The files that must be shipped; the packages hold other weights that are never read. */
export const fontFiles: Readonly<Record<FontName, string>> = {
  song: "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  songBold: "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  hei: "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
};

/** Reads the fonts: 40 MB, so keep them while several papers are drawn. */
export async function loadFonts(): Promise<Fonts> {
  const [song, songBold, hei] = await Promise.all([loadFont("song"), loadFont("songBold"), loadFont("hei")]);
  return { song, songBold, hei };
}

async function loadFont(name: FontName): Promise<Font> {
  // Resolved from this file: works on plain Node, bundled, and inside an asar.
  return readFont(name, await readFile(createRequire(import.meta.url).resolve(fontFiles[name])));
}

function readFont(name: FontName, bytes: Buffer): Font {
  const font = create(bytes);
  if ("fonts" in font) throw new RangeError(`${fontFiles[name]} holds several fonts`);
  return {
    name,
    bytes,
    has: remember((codePoint) => font.hasGlyphForCodePoint(codePoint)),
    advance: remember((codePoint) => font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm),
  };
}

export const fontFor = (fonts: Fonts, look: Pick<Look, "font" | "bold">): Font => fonts[standInFor(look)];

/** Papers use few characters again and again. */
function remember<Value>(look: (codePoint: number) => Value): (codePoint: number) => Value {
  const known = new Map<number, Value>();
  return (codePoint) => {
    const found = known.get(codePoint);
    if (found !== undefined) return found;
    const value = look(codePoint);
    known.set(codePoint, value);
    return value;
  };
}
