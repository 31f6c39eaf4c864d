import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What set-up notes down about this copy of the project; gone with node_modules, which it describes. */
export const notesFolder = path.join(root, "node_modules", ".jingfei");
