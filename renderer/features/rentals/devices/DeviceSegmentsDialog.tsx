import { useState } from "react";
import type { DeviceRegister } from "#shared/api/rentals.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PlanDifferenceView } from "../../contracts/plan/PlanDifferenceView.tsx";
import { SegmentChange } from "../sheet/SegmentChange.tsx";

type Props = Readonly<{ register: DeviceRegister; onClose: () => void }>;

/** 由设备登记生成数量段: what the devices' days make of the segments and of the months, shown before it is saved. */
export function DeviceSegmentsDialog({ register: { rental, isPriced }, onClose }: Props) {
  const { done } = useNotify();
  const [unitPrice, setUnitPrice] = useState<Decimal | null>(null);
  const ready = isPriced || unitPrice !== null;
  const preview = useApi("devices.segments", { rentalId: rental.id, unitPrice }, { enabled: ready });
  const save = useApiMutation("rentals.saveSegments", {
    onSuccess: () => {
      done(`${rental.name}的数量段已按设备台账保存`);
      onClose();
    },
  });
  const after = preview.data?.after ?? [];
  if (isPriced && preview.isPending) return null;
  return (
    <FormDialog
      title={`由设备登记生成数量段：${rental.name}`}
      width={860}
      pending={save.isPending}
      ready={after.length > 0}
      changed={unitPrice !== null}
      onSubmit={() => save.mutate({ rentalId: rental.id, segments: [...after] })}
      onClose={onClose}
    >
      <p className="jf-soft jf-plan-terms">
        数量按台账每天在用的台数，单价和免租日期照现在的数量段。
        {rental.proration === "daily" ? "按天计租：月中变动按天折算。" : "按整月计租：月中变动从下月起算。"}
      </p>
      {isPriced ? null : (
        <Field label={`单价（元/${rental.unitName}·月）`} needed>
          {(id) => <DecimalInput id={id} autoFocus value={unitPrice} onChange={setUnitPrice} />}
        </Field>
      )}
      {ready ? (
        <Loaded query={preview}>
          {(data) => (
            <>
              <SegmentChange before={data.before} after={data.after} />
              <PlanDifferenceView difference={data.difference} />
            </>
          )}
        </Loaded>
      ) : null}
    </FormDialog>
  );
}
