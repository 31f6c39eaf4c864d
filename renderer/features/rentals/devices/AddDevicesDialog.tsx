import { useState } from "react";
import type { Rental } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { PasteDialog } from "../../../components/PasteDialog.tsx";
import { deviceColumns, toDevices } from "./devicePaste.ts";

/** Registers many devices at once, or one line typed by hand. */
export function AddDevicesDialog({ rental, onClose }: Readonly<{ rental: Rental; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const [inOn, setInOn] = useState(today);
  const add = useApiMutation("devices.add", {
    onSuccess: (_, { devices }) => {
      done(`已登记 ${devices.length} ${rental.unitName}`);
      onClose();
    },
  });
  return (
    <PasteDialog
      title={`登记设备：${rental.name}`}
      columns={deviceColumns}
      counter={rental.unitName}
      pending={add.isPending}
      onConfirm={(lines) => add.mutate({ rentalId: rental.id, devices: toDevices(lines, inOn) })}
      onCancel={onClose}
    >
      <FieldGroup>
        <Field label="启用日期" note="下面没有写启用日期的，都从这一天起">
          {(id) => <DateInput id={id} value={inOn} onChange={(date) => setInOn(date ?? today)} />}
        </Field>
      </FieldGroup>
    </PasteDialog>
  );
}
