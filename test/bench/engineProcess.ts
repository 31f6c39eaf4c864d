import { startEngine } from "#engine/engine.ts";
import type { Grant } from "#shared/api/engineControl.ts";
import type { ToEngine, ToWindow } from "#shared/api/wire.ts";

/** What the measuring side says to an engine in a process of its own. */
export type ToBenchEngine = Readonly<{ grant: Grant }> | ToEngine;

/** Its answer, with what its main thread spent so far and at most in one go, in milliseconds of a processor. */
export type FromBenchEngine = Readonly<{ message: ToWindow; cpu: number; longestTurn: number }>;

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

// A word that comes in waits for the end of what is being done: how long that can be, whatever else the machine does.
let [turn, longestTurn] = [spent(), 0];
setInterval(() => {
  const now = spent();
  longestTurn = Math.max(longestTurn, now - turn);
  turn = now;
}, 5).unref();

// The engine as the shell runs it, with this process's channel in the place of a window's port.
const [, , userData = ""] = process.argv;
const engine = startEngine({ userData, documents: userData, version: "bench" });
engine.connect({
  send: (message) => void process.send?.({ message, cpu: spent(), longestTurn } satisfies FromBenchEngine),
  onMessage: (listener) =>
    void process.on("message", (message: ToBenchEngine) => {
      if ("grant" in message) engine.grant(message.grant);
      else {
        longestTurn = 0;
        turn = spent();
        listener(message);
      }
    }),
  onClose: (listener) => void process.on("disconnect", listener),
});
process.on("disconnect", () => process.exit(0));
