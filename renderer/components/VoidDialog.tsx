import type { Id } from "#shared/kernel/id.ts";
import { useNotify } from "../app/notify.ts";
import { useApiMutation } from "../app/useApi.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

type Props = Readonly<{
  /** Voids one record by its id, with a reason. */
  route:
    | "approvals.void"
    | "attachments.void"
    | "contracts.void"
    | "contracts.voidAcceptance"
    | "contracts.voidBond"
    | "contracts.voidMeasurement"
    | "contracts.voidSupplement"
    | "filings.voidBrought"
    | "invoices.void"
    | "needs.void"
    | "papers.discard"
    | "rentals.void"
    | "staff.void"
    | "vendors.void";
  id: Id;
  /** What is voided, as the title and the notice say it: "验收 〔2022〕2号". */
  name: string;
  /** What follows from it, and what stays. */
  text: string;
  width?: number;
  ready?: boolean;
  onVoided?: () => void;
  onClose: () => void;
  /** What it would do, below. */
  children?: React.ReactNode;
}>;

/** Voids one record with a reason. */
export function VoidDialog({ route, id, name, onVoided, onClose, ...rest }: Props) {
  const { done } = useNotify();
  const voiding = useApiMutation(route, {
    onSuccess: () => {
      done(`${name}已作废`);
      (onVoided ?? onClose)();
    },
  });
  return (
    <ReasonDialog
      {...rest}
      title={`作废${name}`}
      action="作废"
      label="作废原因"
      pending={voiding.isPending}
      onConfirm={(reason) => voiding.mutate({ id, reason })}
      onCancel={onClose}
    />
  );
}
