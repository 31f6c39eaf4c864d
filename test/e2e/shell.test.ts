import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./support/ask.ts";
import { launchApp, type RunningApp } from "./support/launchApp.ts";

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
});
afterAll(() => running.close());

describe("the window", () => {
  it("opens our page under our name", async () => {
    expect(running.page.url()).toMatch(/^app:\/\/jingfei\/index\.html/);
    expect(await running.page.title()).toBe("经费工作台");
  });

  it("keeps its files where it is told", async () => {
    expect(await running.app.evaluate(({ app }) => app.getPath("userData"))).toBe(running.userData);
  });

  it("has no Node and nothing but the bridge", async () => {
    const seen = await running.page.evaluate(() => ({
      present: ["require", "process", "module", "Buffer", "electron"].filter((name) => name in window),
      bridge: Object.keys(window.jingfei ?? {}).sort(),
    }));
    expect(seen).toEqual({ present: [], bridge: ["dropped", "request", "subscribe"] });
  });

  it("knows the program", async () => {
    const about = await running.page.evaluate(() => window.jingfei?.request("shell.about", {}).result);
    expect(JSON.parse(about ?? "")).toMatchObject({ ok: true, data: { name: "经费工作台" } });
  });
});

describe("the way out", () => {
  it("is closed by a strict policy", async () => {
    const seen = await running.page.evaluate(async () => {
      const { headers } = await fetch("app://jingfei/index.html");
      return [headers.get("content-security-policy"), headers.get("x-content-type-options")];
    });
    expect(seen).toEqual([expect.stringMatching(/^default-src 'none'; script-src 'self'; /), "nosniff"]);
  });

  it.each([
    "https://example.org/",
    "http://127.0.0.1:1/",
    "file:///etc/passwd",
    "app://other/index.html",
    "app://jingfei/%2e%2e%2fmain%2findex.js",
    "app://jingfei/..%5Cmain%5Cindex.js",
  ])("is closed to %s", async (address) => {
    const outcome = await running.page.evaluate(
      (url) =>
        fetch(url).then(
          ({ ok }) => (ok ? "reached" : "refused"),
          () => "refused",
        ),
      address,
    );
    expect(outcome).toBe("refused");
  });

  it("is closed to the shell's session as well", async () => {
    const outcome = await running.app.evaluate(({ net }) =>
      net.fetch("https://example.org/").then(
        () => "reached",
        (error: Error) => error.message,
      ),
    );
    expect(outcome).toContain("ERR_BLOCKED_BY_CLIENT");
  });

  it("runs no code that came as text", async () => {
    const outcome = await running.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.smuggled = true";
      document.body.append(script);
      return "smuggled" in window;
    });
    expect(outcome).toBe(false);
  });

  it("opens no second window and leaves our page for no other", async () => {
    expect(await running.page.evaluate(() => window.open("https://example.org/"))).toBeNull();
    await running.page.evaluate(() => {
      window.location.href = "https://example.org/";
    });
    // By the time another question is answered a navigation would have begun.
    await ask(running, "engine.ping", {});
    expect(running.page.url()).toMatch(/^app:\/\/jingfei\//);
    expect(running.app.windows()).toHaveLength(1);
  });

  it("is closed to devices and notices", async () => {
    const states = await running.page.evaluate(async () => [
      (await navigator.permissions.query({ name: "geolocation" })).state,
      await Notification.requestPermission(),
      await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => "given",
        () => "denied",
      ),
    ]);
    expect(states).toEqual(["denied", "denied", "denied"]);
  });
});
