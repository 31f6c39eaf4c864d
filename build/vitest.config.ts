import path from "node:path";
import { defineConfig } from "vitest/config";

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
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/globalSetup.ts"],
          // One window at a time: they would only take each other's processor.
          fileParallelism: false,
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
    ],
  },
});
