import type { Bridge } from "#shared/api/bridge.ts";
import { fromResultText } from "#shared/api/resultText.ts";
import type { Result } from "#shared/api/wire.ts";
import type { RunningApp } from "./launchApp.ts";

declare global {
  interface Window {
    readonly jingfei?: Bridge<File>;
  }
}

/** Asks through the page's bridge, as the screens do. */
export async function ask({ page }: RunningApp, route: string, input: unknown): Promise<Result<unknown>> {
  const text = await page.evaluate(([name, value]) => window.jingfei?.request(name, value).result, [
    route,
    input,
  ] as const);
  return fromResultText(text ?? "null");
}
