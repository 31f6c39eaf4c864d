import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SetupError } from "../../build/runtime/say.ts";
import { compilerNeed, ensureSystem, windowNeed } from "../../build/runtime/systemPackages.ts";

/** A folder with the only programs that set-up can find. */
let programs: string;
beforeEach(() => {
  programs = mkdtempSync(path.join(os.tmpdir(), "jingfei-programs-"));
  vi.stubEnv("PATH", programs);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(programs, { recursive: true });
});

const program = (name: string, lines: string): void =>
  writeFileSync(path.join(programs, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });

describe.runIf(process.platform === "linux")("what the system has to bring", () => {
  it("is a program that is not on the path", () => {
    program("make", "");
    expect(compilerNeed().missing).toEqual(["python3", "g++"]);
  });

  it("is a library that the runtime does not find", () => {
    program("ldd", 'printf "\\tlibgtk-3.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n"');
    expect(windowNeed("electron").missing).toEqual(["libgtk-3.so.0"]);
  });

  it("is left alone when it is there", async () => {
    await ensureSystem([{ missing: [], packages: ["xvfb"] }]);
  });
});

describe.runIf(process.platform === "linux")("a person who is not root", () => {
  it("is told the exact command, or what to look for on another system than Debian", async () => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    const outcome = ensureSystem([{ missing: ["Xvfb"], packages: ["xvfb"] }]);
    await expect(outcome).rejects.toThrow(SetupError);
    await expect(outcome).rejects.toThrow(/apt-get install -y --no-install-recommends xvfb|软件包管理器/);
  });

  it("is told the name that newer Debian gave a library", async () => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    program("apt-cache", 'test "$2" = libgtk-3-0t64 && echo "Package: $2"');
    const outcome = ensureSystem([{ missing: ["libgtk-3.so.0"], packages: ["libgtk-3-0", "libnss3"] }]);
    await expect(outcome).rejects.toThrow(/libgtk-3-0t64 libnss3|软件包管理器/);
  });
});
