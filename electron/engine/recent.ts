import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { RecentLedger } from "#shared/api/ledger.ts";
import { writeFileWhole } from "./files/writeFile.ts";

/** Which ledgers were opened before, and which to open again at the next start. Kept with the program's own files. */
export type Recent = Readonly<{
  list: () => Promise<readonly RecentLedger[]>;
  /** The path behind an id of the list. */
  pathOf: (id: string) => Promise<string | undefined>;
  /** The ledger that was open last, unless the officer closed it. */
  last: () => Promise<string | undefined>;
  opened: (ledgerPath: string) => Promise<void>;
  closed: () => Promise<void>;
}>;

const kept = 10;
const memory = z.object({ paths: z.array(z.string()), open: z.string().nullable() });
type Memory = z.infer<typeof memory>;
const nothing: Memory = { paths: [], open: null };

const idOf = (ledgerPath: string): string =>
  createHash("sha256").update(ledgerPath).digest("hex").slice(0, 16);

export function createRecent(folder: string): Recent {
  const file = path.join(folder, "recent.json");
  /** A list that is missing or damaged is an empty one: no ledger depends on it. */
  const read = async (): Promise<Memory> => {
    const text = await readFile(file, "utf8").catch(() => "{}");
    try {
      return memory.parse(JSON.parse(text));
    } catch {
      return nothing;
    }
  };
  const write = (value: Memory) => writeFileWhole(file, Buffer.from(JSON.stringify(value)));
  return {
    list: async () => {
      const { paths } = await read();
      return paths.map((ledgerPath) => ({
        id: idOf(ledgerPath),
        name: path.basename(ledgerPath, path.extname(ledgerPath)),
        folder: path.dirname(ledgerPath),
      }));
    },
    pathOf: async (id) => (await read()).paths.find((ledgerPath) => idOf(ledgerPath) === id),
    last: async () => (await read()).open ?? undefined,
    opened: async (ledgerPath) => {
      const { paths } = await read();
      const rest = paths.filter((known) => known !== ledgerPath);
      await write({ paths: [ledgerPath, ...rest].slice(0, kept), open: ledgerPath });
    },
    closed: async () => write({ ...(await read()), open: null }),
  };
}
