import { randomUUID } from "node:crypto";
import path from "node:path";
import { onTestFinished } from "vitest";
import { createDesk, type Desk } from "#engine/desk.ts";
import { createGrants } from "#engine/grants.ts";
import { createHandlers } from "#engine/handlers.ts";
import { createRecent } from "#engine/recent.ts";
import { serve } from "#engine/serve.ts";
import { api } from "#shared/api/contract.ts";
import { type FileToken, fileToken } from "#shared/api/fields.ts";
import type { Clock } from "#shared/kernel/clock.ts";
import { testFolder } from "#test/engine/store/testLedger.ts";
import { testClock } from "./testClock.ts";
import { type TestWindow, testWindow } from "./window.ts";

export type EngineDesk = TestWindow &
  Readonly<{
    folder: string;
    desk: Desk;
    /** What the engine would have written into its log: faults of ours. */
    reported: readonly (readonly [where: string, error: unknown])[];
    /** A token for a file in the test's folder, as the dialogs give it; `name` may also be a whole path. */
    grant: (name: string, access?: "read" | "write") => FileToken;
  }>;

type Options = Readonly<{ clock?: Clock; folder?: string; userData?: string }>;

/** The engine without its process: handlers on a desk, asked over a port in memory. */
export function engineDesk(options: Options = {}): EngineDesk {
  const { clock = testClock(), folder = testFolder(), userData = folder } = options;
  const reported: [string, unknown][] = [];
  const report = (where: string, error: unknown) => void reported.push([where, error]);
  const grants = createGrants();
  const desk = createDesk({ clock, grants, recent: createRecent(userData), report });
  onTestFinished(() => desk.close({ forget: false }));
  const window = testWindow();
  serve({ port: window.port, routes: api, handlers: createHandlers(desk), report });
  return {
    ...window,
    folder,
    desk,
    reported,
    grant: (name, access = "write") => {
      const token = fileToken.parse(randomUUID());
      grants.add({ token, path: path.resolve(folder, name), access });
      return token;
    },
  };
}

/** The same with the sample open. */
export async function sampleEngine(): Promise<EngineDesk> {
  const engine = engineDesk();
  const file = engine.grant("sample.jingfei");
  await engine.ask("ledger.create", { file, sample: true, officeName: "", officer: "王经办", year: 2022 });
  return engine;
}
