import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const commandLine = fileURLToPath(new URL("../../../electron/engine/cli.ts", import.meta.url));

type Ended = Readonly<{ code: number | null; stderr: string }>;

/** Runs `schema`, whose answer is longer than a pipe holds; `stdout` is a file descriptor or a pipe closed at once. */
function schemaInto(stdout: number | "closed"): Promise<Ended> {
  const child = spawn(process.execPath, [commandLine, "schema"], {
    stdio: ["ignore", stdout === "closed" ? "pipe" : stdout, "pipe"],
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdout?.destroy();
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, stderr }));
  });
}

describe("where the answer goes", () => {
  it("does not mind a reader who has seen enough", async () => {
    expect(await schemaInto("closed")).toEqual({ code: 0, stderr: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("says that a full disk cut the answer short", async () => {
    const full = openSync("/dev/full", "w");
    const { code, stderr } = await schemaInto(full);
    closeSync(full);
    expect(code).toBe(2);
    expect(stderr).toContain("结果没有写完（ENOSPC）");
    expect(stderr).not.toContain("node:");
  });
});
