import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Protocol, protocol } from "electron";
import { fileFor, pageScheme } from "./pageAddress.ts";

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files of `folder`, and nothing outside it, at the page's address. */
export function servePage(sessionProtocol: Protocol, folder: string): void {
  sessionProtocol.handle(pageScheme, async (request) => {
    const file = fileFor(request.url, folder);
    if (file === undefined || request.method !== "GET") return new Response(null, { status: 403 });
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) });
    } catch {
      // Whatever keeps a file of ours from being read, for the page it is just not there.
      return new Response(null, { status: 404 });
    }
  });
}

function headersFor(file: string): Record<string, string> {
  return {
    "content-type": mediaTypes[path.extname(file)] ?? "application/octet-stream",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
  };
}
