import { preparePdfReader } from "./runtime/systemPackages.ts";
import { runVitest } from "./testSteps.ts";

/** `npm run test:e2e`. */
await preparePdfReader();
process.exitCode = (await runVitest("e2e")).ok ? 0 : 1;
