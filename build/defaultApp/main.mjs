/**
 * Stands where the official Electron keeps its `default_app.asar`, which the runtime from the package registry lacks:
 * opens the app whose folder is the first argument, so that both runtimes start alike.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const folder = path.resolve(process.argv.slice(1).find((argument) => !argument.startsWith("-")) ?? ".");
const description = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));

Object.defineProperty(process, "defaultApp", { enumerable: true, value: true });
app.setName(description.productName ?? description.name);
// These two are not in the public types; the official default app calls them as well.
Reflect.apply(Reflect.get(app, "setVersion"), app, [description.version]);
Reflect.apply(Reflect.get(app, "setAppPath"), app, [folder]);

await import(pathToFileURL(path.join(folder, description.main)).href);
