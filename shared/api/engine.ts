import { nothing } from "./fields.ts";
import { route } from "./route.ts";

/** Asked of the engine itself rather than of what it does. */
export const engineRoutes = {
  "engine.ping": route<Readonly<{ processId: number; node: string }>>()(nothing),
} as const;
