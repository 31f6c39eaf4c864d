import path from "node:path";
import type { SaveFormat } from "#shared/api/shell.ts";

/** A name from the page becomes a name and nothing else: no folders, nothing that Windows refuses. */
export function safeFileName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").replace(/^[.\s]+|[.\s]+$/g, "");
  return plain === "" ? "未命名" : plain;
}

/** Some systems do not add the ending the officer left out. */
export function withExtension(file: string, format: SaveFormat): string {
  return path.extname(file).toLowerCase() === `.${format}` ? file : `${file}.${format}`;
}
