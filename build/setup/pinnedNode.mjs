import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const pinnedMajor = 24;

/**
 * The Node that everything but set-up runs on: the one in node_modules, or where none is published for this kind of
 * machine the present one if it is new enough.
 * @returns {string | undefined} path of the executable
 */
export function pinnedNode() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const program = process.platform === "win32" ? "node.exe" : "node";
  const inside = path.join(root, "node_modules", `node-${system}-${process.arch}`, "bin", program);
  if (existsSync(inside)) return inside;
  return Number.parseInt(process.versions.node, 10) >= pinnedMajor ? process.execPath : undefined;
}
