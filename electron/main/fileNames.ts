import path from "node:path";
import type { SaveFormat } from "#shared/api/shell.ts";

/** Some systems do not add the ending the officer left out. */
export function withExtension(file: string, format: SaveFormat): string {
  return path.extname(file).toLowerCase() === `.${format}` ? file : `${file}.${format}`;
}
