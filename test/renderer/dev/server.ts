import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin } from "vite";
import { z } from "zod";
import type { Result } from "#shared/api/wire.ts";
import { startEngine } from "./engine.ts";

// The window in an ordinary browser, for looking at it while it is written: `node server.ts [--sample]`.

const root = path.resolve(import.meta.dirname, "../../../renderer");
const request = z.object({ route: z.string(), input: z.unknown() });
const { ask, grant, folder } = startEngine();

const picked = z.object({ purpose: z.string() });
const saved = z.object({ suggestedName: z.string(), format: z.string() });

/** What the shell would do; every dialog is answered at once. */
async function answer({ route, input }: z.infer<typeof request>): Promise<Result<unknown>> {
  switch (route) {
    case "shell.pickSave": {
      const { suggestedName, format } = saved.parse(input);
      return { ok: true, data: grant(`${suggestedName}.${format}`) };
    }
    case "shell.dropped":
    case "shell.pickFile": {
      const ending = picked.safeParse(input).data?.purpose === "ledger" ? ".jingfei" : ".xlsx";
      const name = readdirSync(folder).find((file) => file.endsWith(ending));
      return { ok: true, data: name === undefined ? null : grant(name) };
    }
    case "shell.pickPapers": {
      const name = `扫描件${readdirSync(folder).length}.pdf`;
      writeFileSync(path.join(folder, name), `%PDF-1.4 ${name}`);
      return { ok: true, data: [grant(name)] };
    }
    case "shell.placeToOpen":
      return { ok: true, data: grant("打开的副本.pdf") };
    case "shell.about":
      return { ok: true, data: { name: "", version: "0", electron: "", node: "", chrome: "", system: "" } };
    default:
      return route.startsWith("shell.") ? { ok: true, data: null } : ask(route, input);
  }
}

const engine: Plugin = {
  name: "engine",
  configureServer: (server) => {
    server.middlewares.use("/engine", (incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", async () => {
        const result = await answer(request.parse(JSON.parse(Buffer.concat(chunks).toString())));
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(result));
      });
    });
  },
  transformIndexHtml: () => [
    {
      tag: "script",
      attrs: { type: "module", src: `/@fs${path.join(import.meta.dirname, "bridge.ts")}` },
      injectTo: "head",
    },
  ],
};

if (process.argv.includes("--sample")) {
  const { file } = grant("示例账本.jingfei");
  const made = await ask("ledger.create", {
    file,
    sample: true,
    officeName: "",
    officer: "王经办",
    year: 2022,
  });
  if (!made.ok) throw new Error(made.error.message);
}
const server = await createServer({
  root,
  configFile: false,
  plugins: [react(), engine],
  server: { port: Number(process.env.PORT ?? 5178), fs: { strict: false } },
  cacheDir: path.join(folder, "vite"),
});
await server.listen();
server.printUrls();
