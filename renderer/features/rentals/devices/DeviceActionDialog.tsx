import { Input } from "antd";
import { useState } from "react";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Device, Rental } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";

export type DeviceAction = "handOver" | "return" | "void";

type Props = Readonly<{
  rental: Rental;
  devices: readonly Device[];
  action: DeviceAction;
  onDone: () => void;
  onClose: () => void;
}>;

const verbs: Readonly<Record<DeviceAction, string>> = { handOver: "移交", return: "退还", void: "作废" };

/** Hands over, returns or voids the chosen devices, all together. */
export function DeviceActionDialog({ rental, devices, action, onDone, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const [day, setDay] = useState<IsoDate | null>(today);
  const [holder, setHolder] = useState("");
  const options = {
    onSuccess: () => {
      done(`已${verbs[action]} ${devices.length} ${rental.unitName}`);
      onDone();
    },
  };
  const handOver = useApiMutation("devices.handOver", options);
  const giveBack = useApiMutation("devices.return", options);
  const voiding = useApiMutation("devices.void", options);
  const chosen = { rentalId: rental.id, ids: devices.map((row) => row.id) };
  const title = `${verbs[action]} ${devices.length} ${rental.unitName}${rental.name}`;
  if (action === "void")
    return (
      <ReasonDialog
        title={title}
        text="登记错的设备作废后不再计数，记录仍然保留；退租的设备请用“退还”。"
        action="作废"
        label="作废原因"
        pending={voiding.isPending}
        onConfirm={(reason) => voiding.mutate({ ...chosen, reason })}
        onCancel={onClose}
      />
    );
  const ready = action === "return" || (holder.trim() !== "" && day !== null);
  const submit = () => {
    if (!ready) return;
    if (action === "return") giveBack.mutate({ ...chosen, outOn: day });
    else if (day !== null) handOver.mutate({ ...chosen, holder: holder.trim(), on: day });
  };
  return (
    <FormDialog
      title={title}
      width={460}
      okText={verbs[action]}
      pending={handOver.isPending || giveBack.isPending}
      ready={ready}
      changed={day !== today}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup>
        {action === "handOver" ? (
          <Field label="新持有人" needed>
            {(id) => (
              <Input id={id} autoFocus value={holder} onChange={(event) => setHolder(event.target.value)} />
            )}
          </Field>
        ) : null}
        <Field
          label={action === "return" ? "最后在用日" : "移交日期"}
          note={action === "return" ? "留空为撤销退还；数量段另行生成" : "租金不变，备注中记下由谁移交给谁"}
        >
          {(id) => <DateInput id={id} autoFocus={action === "return"} value={day} onChange={setDay} />}
        </Field>
      </FieldGroup>
      <p className="jf-soft">{devices.map((row) => row.deviceNo).join("、")}</p>
    </FormDialog>
  );
}
