import { openLedger } from "#engine/ledger/openLedger.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { UserError } from "#shared/kernel/errors.ts";

// Opens the ledger named on the command line, says how that went, and holds it until it is told to end.
const [, , path = ""] = process.argv;
try {
  const ledger = await openLedger({ path, clock: systemClock });
  process.stdout.write(`${JSON.stringify({ ok: true })}\n`);
  process.stdin.on("end", () => void ledger.close());
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  const { code, message, hint } = error;
  process.stdout.write(`${JSON.stringify({ ok: false, code, message, hint })}\n`);
}
