/**
 * `node build/setup.mjs SCRIPT …`: installs the packages when package-lock.json changed, then runs SCRIPT on the
 * pinned Node. Runs on any Node from 20 on and without any package, because it is what brings them. Its own words
 * go to stderr: stdout belongs to SCRIPT.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { installPackages } from "./setup/install.mjs";
import { pinnedNode } from "./setup/pinnedNode.mjs";
import { root } from "./setup/root.mjs";

const oldestNode = 20;

const [script, ...rest] = process.argv.slice(2);
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  console.error(
    `需要 Node ${oldestNode} 或更新的版本，这台电脑上是 ${process.versions.node}。请先升级 Node。`,
  );
  process.exit(1);
}

const installed = installPackages();
if (installed !== 0) process.exit(installed);

const node = pinnedNode();
if (!node) {
  console.error("这种电脑没有随项目固定的 Node 24，请先安装 Node 24 再重试。");
  process.exit(1);
}

if (script) {
  // Programs started further down find the pinned Node and the tools first, whoever called us.
  const searchPath = [path.dirname(node), path.join(root, "node_modules", ".bin"), process.env.PATH];
  const child = spawn(node, [path.resolve(root, script), ...rest], {
    stdio: "inherit",
    env: { ...process.env, PATH: searchPath.join(path.delimiter) },
  });
  // Ctrl+C reaches the child by itself; we only stay to pass its exit code on.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
