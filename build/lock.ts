import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { npmCommand, run } from "./runtime/run.ts";
import { root } from "./setup/root.mjs";

/**
 * `npm run lock` after package.json was changed. npm drops the binaries of other systems from the lock when the
 * registry in use does not carry them, and then `npm ci` refuses the lock everywhere: they are put back, without
 * the checksums that we could not see.
 */
const lockFile = path.join(root, "package-lock.json");

type LockEntry = Readonly<{
  version?: string;
  dev?: boolean;
  optionalDependencies?: Readonly<Record<string, string>>;
}>;
type Lock = Readonly<{ packages: Readonly<Record<string, LockEntry>> }>;

const [npm, args] = npmCommand([
  "install",
  "--package-lock-only",
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
]);
const code = await run(npm, args, { cwd: root });
if (code === 0) {
  const lock: Lock = JSON.parse(readFileSync(lockFile, "utf8"));
  writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: complete(lock.packages) }, null, 2)}\n`);
}
process.exitCode = code;

function complete(packages: Lock["packages"]): Lock["packages"] {
  const all = { ...packages };
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = `${place}/node_modules/${name}` in all || `node_modules/${name}` in all;
      if (place !== "" && !known) all[`node_modules/${name}`] = binaryOf(name, version, entry);
    }
  }
  const sorted = Object.entries(all).sort(([left], [right]) => left.localeCompare(right, "en"));
  return Object.fromEntries(sorted);
}

/** Such packages say in their names what they are for: `…-linux-x64-musl`. */
function binaryOf(name: string, version: string, { dev }: LockEntry): LockEntry {
  const [, os, cpu, libc] =
    /-(android|darwin|freebsd|linux|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (!os || !cpu) throw new Error(`${name}: for which system?`);
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === "linux" && { libc: [libc ?? "glibc"] }),
    optional: true,
    os: [os],
  } as LockEntry;
}
