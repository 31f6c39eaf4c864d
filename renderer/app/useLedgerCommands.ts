import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import { request } from "./client.ts";
import { useReportError } from "./reportError.ts";

export type LedgerCommands = Readonly<{
  openSample: () => void;
  /** Asks where the file is to be and makes a ledger for this office. */
  create: (officeName: string, year: number) => void;
  open: () => void;
  openRecent: (id: string) => void;
  close: () => void;
}>;

const sampleYear = 2022;

/** The ways into a ledger and out of it. `busy` while one is under way. */
export function useLedgerCommands(): LedgerCommands & Readonly<{ busy: boolean }> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const report = useReportError();
  const [busy, setBusy] = useState(false);

  const commands = useMemo<LedgerCommands>(() => {
    /** Another ledger: nothing that was known counts any more. */
    const enter = async (work: Promise<LedgerStatus | null>) => {
      setBusy(true);
      try {
        const status = await work;
        if (status === null) return;
        await navigate("/");
        queries.setQueryData(["ledger.status", {}], status);
        // Reset, not clear: a page that watches a query must see it change.
        await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "ledger.status" });
      } catch (error) {
        report(error);
      } finally {
        setBusy(false);
      }
    };
    const make = async (name: string, sample: boolean, officeName: string, year: number) => {
      const picked = await request("shell.pickSave", {
        purpose: "ledger",
        suggestedName: name,
        format: "jingfei",
      });
      if (picked === null) return null;
      return request("ledger.create", { file: picked.file, sample, officeName, year });
    };
    const openPicked = async () => {
      const picked = await request("shell.pickFile", { purpose: "ledger" });
      return picked === null ? null : request("ledger.open", { file: picked.file });
    };
    return {
      openSample: () => void enter(make("示例账本", true, "", sampleYear)),
      create: (officeName, year) => void enter(make(`${officeName}经费账本`, false, officeName, year)),
      open: () => void enter(openPicked()),
      openRecent: (id) => void enter(request("ledger.openRecent", { id })),
      close: () => void enter(request("ledger.close", {})),
    };
  }, [queries, navigate, report]);

  return { ...commands, busy };
}
