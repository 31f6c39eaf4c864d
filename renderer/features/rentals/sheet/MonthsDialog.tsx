import { Modal } from "antd";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { PlanDifferenceView } from "../../contracts/plan/PlanDifferenceView.tsx";
import { countEdits, type Edits, toMonthsInput } from "./edits.ts";
import { SegmentChange } from "./SegmentChange.tsx";

const scrolling = { body: { maxHeight: "64vh", overflow: "auto" } } as const;

type Props = Readonly<{ edits: Edits; onSaved: () => void; onClose: () => void }>;

/** The segments that the typed months make and what they do to each contract's months, before all is saved at once. */
export function MonthsDialog({ edits, onSaved, onClose }: Props) {
  const { done } = useNotify();
  const input = toMonthsInput(edits);
  const preview = useApi("rentals.previewMonths", input);
  const save = useApiMutation("rentals.saveMonths", {
    onSuccess: () => {
      done(`${countEdits(edits)} 个月的数量和单价已保存`);
      onSaved();
    },
  });
  // The button to save has the focus from the start, so the dialog waits until there is something to save.
  if (preview.isPending) return null;
  return (
    <Modal
      styles={scrolling}
      open
      title="保存月租表中的改动"
      width={860}
      okText="保存"
      cancelText="回到表中"
      okButtonProps={{ disabled: preview.data === undefined, autoFocus: true }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(input)}
      onCancel={onClose}
    >
      <Loaded query={preview}>
        {({ rentals, contracts }) => (
          <>
            {rentals.map(({ rentalId, name, before, after }) => (
              <section key={rentalId} className="jf-months-rental">
                <h3>{name}：数量段</h3>
                <SegmentChange before={before} after={after} />
              </section>
            ))}
            {contracts.map(({ contractId, contractNo, difference }) => (
              <section key={contractId} className="jf-months-rental">
                <h3>合同 {contractNo}：付款计划</h3>
                <PlanDifferenceView difference={difference} />
              </section>
            ))}
          </>
        )}
      </Loaded>
    </Modal>
  );
}
