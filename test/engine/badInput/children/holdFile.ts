import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// What Windows answers to whoever wants to replace a file that Excel or a PDF reader has open.
const code = process.env.HELD_WITH ?? "EBUSY";
const held = () =>
  Promise.reject(Object.assign(new Error(`${code}: resource busy or locked`), { code, syscall: "rename" }));
Object.assign(fs.promises, { rename: held });
syncBuiltinESMExports();
