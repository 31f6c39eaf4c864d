import { rm } from "node:fs/promises";
import { createLedger } from "../ledger/createLedger.ts";
import type { StoreOptions } from "../store/openStore.ts";
import { people } from "./office.ts";
import { writeSample, writeSampleExport } from "./writeSample.ts";

/**
 * Makes a new ledger with the sample office in it and its invoice export beside it, and says where that is. The ledger
 * is closed again. When any of it fails nothing is left behind.
 */
export async function createSample(options: StoreOptions): Promise<Readonly<{ exportPath: string }>> {
  const ledger = await createLedger(options);
  try {
    await writeSample(ledger, people.handler);
    const exportPath = await writeSampleExport(ledger.path);
    await ledger.close();
    return { exportPath };
  } catch (error) {
    await ledger.close();
    for (const rest of ["", "-wal", "-shm", "-lock"]) await rm(`${options.path}${rest}`, { force: true });
    throw error;
  }
}
