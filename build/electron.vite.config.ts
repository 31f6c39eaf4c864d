import { readFileSync } from "node:fs";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

const root = path.resolve(import.meta.dirname, "..");
const at = (...names: string[]): string => path.join(root, ...names);

/** Electron 33's Node; the pinned Electron's is newer. */
const target = "node20.18";

/** Puts the window's icon beside the shell, where it is found in the folder and in the installed program alike. */
const windowIcon = (): Plugin => ({
  name: "window-icon",
  generateBundle() {
    const source = readFileSync(at("build", "icons", "made", "icon.png"));
    this.emitFile({ type: "asset", fileName: "icon.png", source });
  },
});

export default defineConfig({
  main: {
    root,
    plugins: [windowIcon()],
    build: {
      target,
      outDir: at("out", "main"),
      // Libraries that look for their own data files stay outside; the small pure ones start quicker inside.
      externalizeDeps: { exclude: ["kysely", "zod"] },
      rolldownOptions: {
        input: {
          index: at("electron", "main", "index.ts"),
          engine: at("electron", "engine", "entry.ts"),
          // The engine's thread for PDFs, which it looks for under this name beside itself.
          readWorker: at("electron", "engine", "pdf", "readWorker.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  },
  preload: {
    root,
    build: {
      target,
      outDir: at("out", "preload"),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at("electron", "preload", "index.ts") },
        // A sandboxed preload script is one CommonJS file.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("renderer"),
    plugins: [react()],
    build: {
      target: "chrome130",
      // Half the script to read at each start.
      minify: true,
      outDir: at("out", "renderer"),
      rolldownOptions: { input: at("renderer", "index.html") },
    },
  },
});
