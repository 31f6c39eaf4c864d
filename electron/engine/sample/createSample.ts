import { discardLedger, makeLedger } from "../ledger/createLedger.ts";
import type { StoreOptions } from "../store/openStore.ts";
import { people } from "./office.ts";
import { writeSample, writeSampleExport } from "./writeSample.ts";

/**
 * Makes a new ledger with the sample office in it and its invoice export beside it, and says where that is. The ledger
 * is closed again. When any of it fails nothing is left behind.
 */
export async function createSample(options: StoreOptions): Promise<Readonly<{ exportPath: string }>> {
  await makeLedger(options, (ledger) => writeSample(ledger, people.handler));
  try {
    return { exportPath: await writeSampleExport(options.path) };
  } catch (error) {
    discardLedger(options.path);
    throw error;
  }
}
