import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../build/setup/root.mjs";

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "jingfei-lint-"));
  mkdirSync(path.join(project, "build"));
  cpSync(path.join(root, "build", "biome.json"), path.join(project, "build", "biome.json"));
  cpSync(path.join(root, "package.json"), path.join(project, "package.json"));
});
afterEach(() => rmSync(project, { recursive: true }));

const plant = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
};

/** The rules that complain, with the file, as `npm run lint` would say it. */
const complaints = (): readonly string[] => {
  const biome = path.join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "lint", "--config-path=build", "--reporter=json", "--max-diagnostics=200", "."];
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  const report: { diagnostics: { category: string; severity: string; location: { path: string } }[] } =
    JSON.parse(stdout);
  return report.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ category, location }) => `${category.split("/").at(-1)} ${location.path}`)
    .sort();
};

describe("layers", () => {
  it.each([
    ["shared/rules/a.ts", "node:fs"],
    ["shared/rules/a.ts", "kysely"],
    ["shared/rules/a.ts", "@ant-design/icons"],
    ["shared/rules/a.ts", "#engine/serve.ts"],
    ["shared/rules/a.ts", "../../electron/engine/serve.ts"],
    ["shared/rules/a.ts", "../../renderer/app/client.ts"],
    ["renderer/features/a.ts", "electron"],
    ["renderer/features/a.ts", "node:path"],
    ["renderer/features/a.ts", "#engine/serve.ts"],
    ["renderer/features/a.ts", "../../electron/preload/index.ts"],
    ["electron/engine/a.ts", "electron"],
    ["electron/engine/a.ts", "electron/main"],
    ["electron/engine/store/a.ts", "../../main/window.ts"],
    ["electron/engine/store/a.ts", "../invoices/import.ts"],
    ["electron/engine/excel/a.ts", "electron"],
    ["electron/engine/excel/a.ts", "../store/connection.ts"],
    ["electron/engine/pdf/parts/a.ts", "../../payments/list.ts"],
    ["electron/engine/word/a.ts", "#engine/filings/export.ts"],
    ["electron/main/a.ts", "../engine/serve.ts"],
    ["electron/preload/a.ts", "#engine/serve.ts"],
  ])("%s must not import %s", (file, target) => {
    plant(file, `import { thing } from "${target}";\n\nexport const use = thing;\n`);
    expect(complaints()).toEqual([`noRestrictedImports ${file}`]);
  });

  it.each([
    ["shared/rules/a.ts", "zod"],
    ["shared/rules/a.ts", "#shared/kernel/cents.ts"],
    ["shared/rules/deep/a.ts", "../../kernel/cents.ts"],
    ["renderer/features/a.ts", "#shared/invoices/header.ts"],
    ["renderer/features/a.ts", "antd"],
    ["electron/engine/a.ts", "node:fs"],
    ["electron/engine/invoices/a.ts", "../store/invoices.ts"],
    ["electron/engine/excel/a.ts", "#shared/invoices/header.ts"],
    ["electron/engine/excel/a.ts", "exceljs"],
    ["electron/engine/excel/reader/a.ts", "../cell.ts"],
    ["electron/main/a.ts", "electron"],
    ["test/shared/a.ts", "#engine/serve.ts"],
  ])("%s may import %s", (file, target) => {
    plant(file, `import { thing } from "${target}";\n\nexport const use = thing;\n`);
    expect(complaints()).toEqual([]);
  });

  it("the rule for readers and writers of files names every other folder of the engine", () => {
    const text = readFileSync(path.join(root, "build", "biome.json"), "utf8");
    const folders = readdirSync(path.join(root, "electron", "engine"), { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() &&
          !["excel", "ofd", "pdf", "word", "files", "text", "xml"].includes(entry.name),
      )
      .map(({ name }) => name);
    expect(folders.filter((name) => !text.includes(`"**/${name}/**"`))).toEqual([]);
  });
});

describe("cycles", () => {
  it("are found between relative paths", () => {
    plant("shared/a.ts", 'import { b } from "./x/b.ts";\n\nexport const a = (): number => b();\n');
    plant("shared/x/b.ts", 'import { a } from "../a.ts";\n\nexport const b = (): number => a();\n');
    expect(complaints()).toEqual(["noImportCycles shared/a.ts", "noImportCycles shared/x/b.ts"]);
  });

  it("are found through an alias and over several files", () => {
    plant(
      "electron/engine/a.ts",
      'import { b } from "#engine/b.ts";\n\nexport const a = (): number => b();\n',
    );
    plant("electron/engine/b.ts", 'import { c } from "./c.ts";\n\nexport const b = (): number => c();\n');
    plant(
      "electron/engine/c.ts",
      'import { a } from "#engine/a.ts";\n\nexport const c = (): number => a();\n',
    );
    expect(complaints()).toHaveLength(3);
  });

  it("are found between types", () => {
    plant("shared/a.ts", 'import type { B } from "./b.ts";\n\nexport type A = B | null;\n');
    plant("shared/b.ts", 'import type { A } from "./a.ts";\n\nexport type B = { a: A };\n');
    expect(complaints()).toHaveLength(2);
  });
});

describe("style", () => {
  it.each([
    ["noExplicitAny", "export const a = (value: any): string => value;\n"],
    ["noDefaultExport", "export default 1;\n"],
    ["noNonNullAssertion", "export const a = (value: string | null): string => value!;\n"],
    ["noEnum", "export enum A {\n  one,\n}\n"],
    ["noConsole", 'console.log("x");\n'],
    [
      "noFloatingPromises",
      "const a = async (): Promise<void> => {};\n\nexport const b = (): void => {\n  a();\n};\n",
    ],
  ])("%s", (rule, text) => {
    plant("shared/a.ts", text);
    expect(complaints()).toEqual([`${rule} shared/a.ts`]);
  });
});
