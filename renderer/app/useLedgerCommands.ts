import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { LedgerStatus } from "#shared/api/ledger.ts";
import { request } from "./client.ts";
import { useNotify } from "./notify.ts";
import { useReportError } from "./reportError.ts";

export type LedgerCommands = Readonly<{
  openSample: () => void;
  /** Asks where the file is to be and makes a ledger for this office. */
  create: (office: NewOffice) => void;
  open: () => void;
  openRecent: (id: string) => void;
  close: () => void;
}>;

export type NewOffice = Readonly<{ officeName: string; officer: string; year: number }>;

const sampleYear = 2022;

/** The ways into a ledger and out of it. `busy` while one is under way. */
export function useLedgerCommands(): LedgerCommands & Readonly<{ busy: boolean }> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const report = useReportError();
  const { clear } = useNotify();
  const [busy, setBusy] = useState(false);

  const commands = useMemo<LedgerCommands>(() => {
    /** Another ledger: nothing that was known counts any more. */
    const enter = async (work: Promise<LedgerStatus | null>) => {
      setBusy(true);
      try {
        const status = await work;
        if (status === null) return;
        clear();
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
    const place = (suggestedName: string) =>
      request("shell.pickSave", { purpose: "ledger", suggestedName, format: "jingfei" });
    const makeSample = async () => {
      const picked = await place("示例账本");
      if (picked === null) return null;
      return request("ledger.create", {
        file: picked.file,
        sample: true,
        officeName: "",
        officer: "",
        year: sampleYear,
      });
    };
    const make = async ({ officeName, officer, year }: NewOffice) => {
      const picked = await place(`${officeName}经费账本`);
      if (picked === null) return null;
      return request("ledger.create", { file: picked.file, sample: false, officeName, officer, year });
    };
    const openPicked = async () => {
      const picked = await request("shell.pickFile", { purpose: "ledger" });
      return picked === null ? null : request("ledger.open", { file: picked.file });
    };
    return {
      openSample: () => void enter(makeSample()),
      create: (office) => void enter(make(office)),
      open: () => void enter(openPicked()),
      openRecent: (id) => void enter(request("ledger.openRecent", { id })),
      close: () => void enter(request("ledger.close", {})),
    };
  }, [queries, navigate, report, clear]);

  return { ...commands, busy };
}
