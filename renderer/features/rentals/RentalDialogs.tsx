import type { RentalMatrixRow } from "#shared/api/rentals.ts";
import { useNotify } from "../../app/notify.ts";
import { VoidDialog } from "../../components/VoidDialog.tsx";
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
      return (
        <VoidDialog
          route="rentals.void"
          id={row.rental.id}
          name={row.rental.name}
          text="它的月份、数量段和设备台账不再计入任何合计，记录仍然保留。已有发票、付款或验收的不能作废。"
          onClose={onClose}
        />
      );
  }
}
