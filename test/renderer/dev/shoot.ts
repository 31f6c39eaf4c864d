import { chromium } from "playwright-core";

// node shoot.ts OUT WIDTHxHEIGHT ROUTE [SCRIPT]: a picture of one screen. SCRIPT gets `page`.
const [out = "shot.png", size = "1280x800", route = "/", script = ""] = process.argv.slice(2);
const [width = 1280, height = 800] = size.split("x").map(Number);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width, height } });
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type()))
    process.stdout.write(`${message.type()} ${message.text()}\n`);
});
page.on("pageerror", (error) => process.stdout.write(`page error ${error.message}\n`));
await page.goto(`http://localhost:5178/#${route}`, { waitUntil: "networkidle" });
await page.waitForTimeout(700);
if (script !== "") {
  await new Function("page", `return (async () => { ${script} })()`)(page);
  await page.waitForTimeout(500);
}
await page.screenshot({ path: out });
await browser.close();
