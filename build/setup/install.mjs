import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { notesFolder, root } from "./root.mjs";

const lockFile = path.join(root, "package-lock.json");
const stampFile = path.join(notesFolder, "packages.sha256");

/**
 * Makes node_modules agree with package-lock.json; does nothing when it was made from this very lock.
 * @returns {number} exit code of npm
 */
export function installPackages() {
  const stamp = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (readIfThere(stampFile) === stamp) return 0;
  if (!isInstalled()) {
    const code = runNpm();
    if (code !== 0) return code;
  }
  mkdirSync(notesFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
  return 0;
}

/** Somebody may have run `npm ci` by hand; npm notes what it installed in a lock file of its own. */
function isInstalled() {
  const noted = readIfThere(path.join(root, "node_modules", ".package-lock.json"));
  if (noted === undefined) return false;
  const present = JSON.parse(noted).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, "utf8")).packages).every(
    ([place, wanted]) => place === "" || wanted.optional || present[place]?.version === wanted.version,
  );
}

function runNpm() {
  console.error("正在安装依赖包（首次约需一分钟）……");
  // No package of ours needs an install script. Windows cannot delete the Node that is running us, so there
  // npm only brings an existing folder up to date.
  const verb = process.platform === "win32" && existsSync(path.join(root, "node_modules")) ? "install" : "ci";
  const options = [verb, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [program, parameters] = npm?.endsWith("npm-cli.js")
    ? [process.execPath, [npm, ...options]]
    : ["npm", options];
  const { status } = spawnSync(program, parameters, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: program === "npm" && process.platform === "win32",
  });
  if (status === 0) return 0;
  console.error("依赖包没有装好。请检查网络和 npm 源（npm config get registry），然后重新运行刚才的命令。");
  return status ?? 1;
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
