import { runVitest } from "./testSteps.ts";

/** `npm run test:e2e`. */
process.exitCode = (await runVitest("e2e")).ok ? 0 : 1;
