import { userInfo } from "node:os";
import path from "node:path";
import type { ledgerRoutes } from "#shared/api/ledger.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Desk } from "../desk.ts";
import { writeFileWhole } from "../files/writeFile.ts";
import { documentText, dumpLedger } from "../ledger/dumpLedger.ts";
import { findRecords } from "../ledger/findRecords.ts";
import { startOffice } from "../ledger/startOffice.ts";
import { ledgerStatus } from "../ledger/status.ts";
import { verifyLedger } from "../ledger/verifyLedger.ts";
import { createSample } from "../sample/createSample.ts";
import { listChanges } from "../store/changeLog.ts";
import type { Group } from "./group.ts";

export function ledgerHandlers(desk: Desk): Group<typeof ledgerRoutes> {
  const { clock } = desk;
  return {
    "ledger.status": () => ledgerStatus(desk),
    "ledger.create": async ({ file, sample, officeName, officer, year }) => {
      const ledgerPath = desk.pathOf(file, "write");
      if (sample) await createSample({ path: ledgerPath, clock });
      else {
        await startOffice({
          path: ledgerPath,
          clock,
          officer: officer === "" ? userInfo().username : officer,
          officeName,
          fiscalYear: year,
        });
      }
      await desk.open(ledgerPath);
      return ledgerStatus(desk);
    },
    "ledger.open": async ({ file }) => {
      await desk.open(desk.pathOf(file, "read"));
      return ledgerStatus(desk);
    },
    "ledger.openRecent": async ({ id }) => {
      const ledgerPath = await desk.recent.pathOf(id);
      if (ledgerPath === undefined) {
        throw new UserError({
          code: "not-found",
          message: "最近打开的账本里没有这一项。",
          hint: "请用“打开账本”选择文件。",
        });
      }
      await desk.open(ledgerPath);
      return ledgerStatus(desk);
    },
    "ledger.close": async () => {
      await desk.close({ forget: true });
      return ledgerStatus(desk);
    },
    "ledger.dump": async ({ file }, request) => {
      const { ledger } = await desk.context(request);
      const target = desk.pathOf(file, "write");
      await writeFileWhole(target, documentText(await dumpLedger(ledger)));
      return { fileName: path.basename(target) };
    },
    "ledger.find": async ({ text }, request) => findRecords((await desk.context(request)).ledger, text),
    "ledger.verify": async (_input, request) => verifyLedger((await desk.context(request)).ledger),
    "ledger.history": async ({ entity, entityId, limit }, request) => {
      const { ledger } = await desk.context(request);
      return listChanges(ledger, {
        limit,
        ...(entity !== null && { entity }),
        ...(entityId !== null && { entityId }),
      });
    },
  };
}
