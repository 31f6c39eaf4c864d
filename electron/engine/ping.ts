import type { engineRoutes } from "#shared/api/engine.ts";
import type { Handlers } from "./serve.ts";

export const pingHandlers: Handlers<typeof engineRoutes> = {
  "engine.ping": () => ({ processId: process.pid, node: process.versions.node }),
};
