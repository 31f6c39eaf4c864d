import type { Id } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { AlarmNote } from "./AlarmNote.tsx";

/** What was paid on invoices that this import voided or took back. Nothing where nothing is wrong. */
export function BatchAlarms({ batchId }: Readonly<{ batchId: Id }>) {
  const { data } = useApi("invoices.batch", { id: batchId });
  if (data === undefined || data.alarms.length === 0) return null;
  return data.alarms.map((alarm) => <AlarmNote key={alarm.invoice.id} alarm={alarm} named />);
}
