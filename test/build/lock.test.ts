import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../build/setup/root.mjs";

type Entry = Readonly<{
  version?: string;
  resolved?: string;
  optionalDependencies?: Readonly<Record<string, string>>;
}>;

const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), "utf8"));
const packages: Readonly<Record<string, Entry>> = read("package-lock.json").packages;
const { dependencies, devDependencies, optionalDependencies } = read("package.json");

describe("what we install", () => {
  it("is pinned to the version", () => {
    const versions = Object.values<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("can be had from any registry: the lock names none", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  it("can be had on every system: the lock knows the binaries that this one does without", () => {
    const wanted = Object.entries(packages).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).map((name) => [place, name] as const),
    );
    const missing = wanted.filter(
      ([place, name]) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    );
    expect(missing).toEqual([]);
  });
});
