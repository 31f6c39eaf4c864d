import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { ErrorBox } from "../components/ErrorBox.tsx";
import { bridge } from "./bridge.ts";
import { StatusContext } from "./status.ts";
import { useApi } from "./useApi.ts";

/** Knows which ledger is open, and asks anew when something was written elsewhere or another day has begun. */
export function StatusGate({ children }: Readonly<{ children: ReactNode }>) {
  const queries = useQueryClient();
  const status = useApi("ledger.status", {});
  const { refetch } = status;

  useEffect(() => {
    const again = () => void queries.invalidateQueries();
    const unsubscribe = [
      bridge().subscribe("ledger.changed", again),
      bridge().subscribe("engine.restarted", again),
    ];
    return () => {
      for (const stop of unsubscribe) stop();
    };
  }, [queries]);

  useEffect(() => {
    const look = () => {
      const before = status.data?.today;
      void refetch().then(({ data }) => {
        if (before !== undefined && data !== undefined && data.today !== before)
          return queries.invalidateQueries();
        return undefined;
      });
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [status.data?.today, refetch, queries]);

  if (status.data !== undefined) return <StatusContext value={status.data}>{children}</StatusContext>;
  if (!status.isError) return null;
  return (
    <div style={{ padding: 32 }}>
      <ErrorBox error={status.error} onRetry={() => void refetch()} />
    </div>
  );
}
