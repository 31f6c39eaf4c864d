import type { Clock } from "#shared/kernel/clock.ts";
import { isoDate } from "#shared/kernel/dates.ts";

const two = (value: number): string => value.toString().padStart(2, "0");

/** The computer's clock: its local calendar day, and the instant in UTC. */
export const systemClock: Clock = {
  today: () => {
    const now = new Date();
    return isoDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
  },
  now: () => new Date().toISOString(),
};
