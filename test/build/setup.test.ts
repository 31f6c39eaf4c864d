import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../build/setup/root.mjs";

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "jingfei-setup-"));
  cpSync(path.join(root, "build", "setup.mjs"), path.join(project, "build", "setup.mjs"));
  cpSync(path.join(root, "build", "setup"), path.join(project, "build", "setup"), { recursive: true });
  lock("1.0.0");
  write(
    "show.ts",
    "const words: readonly string[] = process.argv.slice(2);\nconsole.log(words.join('+'));\n",
  );
  write("npm-cli.js", fakeNpm);
});
afterEach(() => rmSync(project, { recursive: true }));

const write = (name: string, text: string): void => writeFileSync(path.join(project, name), text);
const lock = (version: string): void =>
  write("package-lock.json", JSON.stringify({ packages: { "": {}, "node_modules/zod": { version } } }));

/** Does what `npm ci` does to the folder, and notes that it was called. */
const fakeNpm = `
const fs = require("node:fs");
fs.appendFileSync("calls.txt", process.argv.slice(2, 4).join(" ") + "\\n");
if (process.env.NPM_FAILS) process.exit(7);
fs.mkdirSync("node_modules", { recursive: true });
fs.copyFileSync("package-lock.json", "node_modules/.package-lock.json");
console.log("added 1 package");
`;

const setup = (env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [path.join("build", "setup.mjs"), "show.ts", "a", "b"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, npm_execpath: path.join(project, "npm-cli.js"), ...env },
  });

const calls = (): readonly string[] =>
  existsSync(path.join(project, "calls.txt"))
    ? readFileSync(path.join(project, "calls.txt"), "utf8").trim().split("\n")
    : [];

describe("set-up", () => {
  it("installs on a fresh copy and goes on with the script, whose words alone are on stdout", () => {
    const { status, stdout, stderr } = setup();
    expect([status, stdout]).toEqual([0, "a+b\n"]);
    expect(stderr).toContain("正在安装依赖包");
    expect(calls()).toEqual(["ci --ignore-scripts"]);
  });

  it("installs once, and again only when the lock changed", () => {
    setup();
    expect(setup().stderr).toBe("");
    expect(calls()).toHaveLength(1);
    lock("1.0.1");
    setup();
    expect(calls()).toHaveLength(2);
  });

  it("takes what somebody installed by hand", () => {
    mkdirSync(path.join(project, "node_modules"));
    cpSync(path.join(project, "package-lock.json"), path.join(project, "node_modules", ".package-lock.json"));
    expect(setup().stdout).toBe("a+b\n");
    expect(calls()).toEqual([]);
  });

  it("stops with npm's exit code and says what to do, and tries again next time", () => {
    const { status, stdout, stderr } = setup({ NPM_FAILS: "1" });
    expect([status, stdout]).toEqual([7, ""]);
    expect(stderr).toContain("请检查网络和 npm 源");
    expect(setup().status).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it("passes the script's exit code on", () => {
    write("show.ts", "process.exitCode = 3;\n");
    expect(setup().status).toBe(3);
  });
});
