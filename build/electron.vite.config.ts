import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = path.resolve(import.meta.dirname, "..");
const at = (...names: string[]): string => path.join(root, ...names);

/** Electron 33's Node; the pinned Electron's is newer. */
const target = "node20.18";

export default defineConfig({
  main: {
    root,
    build: {
      target,
      outDir: at("out", "main"),
      // Libraries that look for their own data files stay outside; the small pure ones start quicker inside.
      externalizeDeps: { exclude: ["kysely", "zod"] },
      rolldownOptions: {
        input: { index: at("electron", "main", "index.ts"), engine: at("electron", "engine", "entry.ts") },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
    publicDir: at("build", "icons"),
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
      outDir: at("out", "renderer"),
      rolldownOptions: { input: at("renderer", "index.html") },
    },
  },
});
