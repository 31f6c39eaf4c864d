import path from "node:path";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import type { Desk } from "../desk.ts";
import { listFiscalYears } from "../store/office.ts";
import { listProjects } from "../store/projects.ts";

const idle = { signal: new AbortController().signal, progress: () => undefined } as const;

/** Which ledger is open, what can be chosen in it, and which were open before. */
export async function ledgerStatus(desk: Desk): Promise<LedgerStatus> {
  const recent = await desk.recent.list();
  const session = desk.session();
  if (session === undefined)
    return { ledger: null, officer: "", today: desk.clock.today(), recent, failure: desk.failure() };
  const { ledger, officer, clock } = await session.context(idle);
  const years = await listFiscalYears(ledger);
  const projects = await listProjects(ledger);
  return {
    ledger: {
      name: path.basename(ledger.path, path.extname(ledger.path)),
      path: ledger.path,
      years: years.map((row) => row.year).toSorted((a, b) => b - a),
      projects: projects.map(({ id, code, name, fiscalYear }) => ({ id, code, name, fiscalYear })),
    },
    officer,
    today: clock.today(),
    recent,
    failure: null,
  };
}
