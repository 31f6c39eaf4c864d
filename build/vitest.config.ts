import os from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { hasDisplay, screens } from "./runtime/display.ts";

const minute = 60_000;

export default defineConfig({
  root: path.resolve(import.meta.dirname, ".."),
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/bench/**"],
          // Real ledgers and workbooks on a busy machine: a slow disk is no failure.
          testTimeout: minute,
          hookTimeout: minute,
          // All processors: one is left out otherwise, which of two is half.
          maxWorkers: os.availableParallelism(),
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/globalSetup.ts"],
          // A screen for each worker (see the set-up); on a real desktop windows would take the keys from each other.
          maxWorkers: hasDisplay() ? 1 : screens,
          testTimeout: minute,
          hookTimeout: minute,
          // What is waited for comes when the machine gets to it; a second, the default, is a guess at its speed.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
