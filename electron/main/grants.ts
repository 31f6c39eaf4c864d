import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Grant } from "#shared/api/engineControl.ts";
import { type FileToken, fileToken } from "#shared/api/fields.ts";
import type { PickedFile } from "#shared/api/shell.ts";

/** What the officer chose since the program started. The page only ever holds the tokens. */
export type GrantBook = Readonly<{
  /** Notes the path and lets the engine know before the page can use the token. */
  grant: (path: string, access: Grant["access"]) => Promise<PickedFile>;
  pathOf: (token: FileToken) => string | undefined;
  /** For an engine that has just started and knows none of them. */
  all: () => readonly Grant[];
}>;

export function createGrantBook(tellEngine: (grant: Grant) => Promise<void>): GrantBook {
  const grants = new Map<FileToken, Grant>();
  return {
    grant: async (chosen, access) => {
      const grant: Grant = { token: fileToken.parse(randomUUID()), path: chosen, access };
      grants.set(grant.token, grant);
      await tellEngine(grant);
      return { file: grant.token, name: path.basename(chosen) };
    },
    pathOf: (token) => grants.get(token)?.path,
    all: () => [...grants.values()],
  };
}
