import type { RentalMatrixRow } from "#shared/api/rentals.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { ReasonDialog } from "../../components/ReasonDialog.tsx";
import { RentalDialog } from "./RentalDialog.tsx";
import type { RowAction } from "./RowActions.tsx";
import { SegmentsDialog } from "./SegmentsDialog.tsx";

type Props = Readonly<{
  row: RentalMatrixRow;
  action: Exclude<RowAction, "devices">;
  onClose: () => void;
}>;

/** What is asked when something is to be done with a rental as a whole. */
export function RentalDialogs({ row, action, onClose }: Props) {
  const { done } = useNotify();
  switch (action) {
    case "segments":
      return <SegmentsDialog row={row} onClose={onClose} />;
    case "edit":
      return (
        <RentalDialog
          rental={row.rental}
          onSaved={({ name }) => {
            done(`${name}已保存`);
            onClose();
          }}
          onClose={onClose}
        />
      );
    case "void":
      return <VoidDialog row={row} onClose={onClose} />;
  }
}

function VoidDialog({ row: { rental }, onClose }: Readonly<{ row: RentalMatrixRow; onClose: () => void }>) {
  const { done } = useNotify();
  const voiding = useApiMutation("rentals.void", {
    onSuccess: () => {
      done(`${rental.name}已作废`);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废 ${rental.name}`}
      text="它的月份、数量段和设备台账不再计入任何合计，记录仍然保留。已有发票、付款或验收的不能作废。"
      action="作废"
      label="作废原因"
      pending={voiding.isPending}
      onConfirm={(reason) => voiding.mutate({ id: rental.id, reason })}
      onCancel={onClose}
    />
  );
}
