import { Input } from "antd";
import { rentalRoutes } from "#shared/api/rentals.ts";
import type { Device } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { useFormDraft } from "../../../components/useFormDraft.ts";

const schema = rentalRoutes["devices.save"].input;

type Draft = Omit<Device, "inOn" | "voidedAt" | "voidReason"> & Readonly<{ inOn: Device["inOn"] | null }>;

function draftOf({ voidedAt: _at, voidReason: _reason, ...columns }: Device): Draft {
  return columns;
}

/** One device of the register. */
export function DeviceForm({ device, onClose }: Readonly<{ device: Device; onClose: () => void }>) {
  const { done } = useNotify();
  const form = useFormDraft({ schema, start: () => draftOf(device) });
  const { draft, change, problems } = form;
  const save = useApiMutation("devices.save", {
    onSuccess: () => {
      done(`设备 ${draft.deviceNo} 已保存`);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`设备 ${device.deviceNo}`}
      width={560}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="编号" needed problem={problems.get("deviceNo")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.deviceNo}
              onChange={(event) => change({ deviceNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="型号">
          {(id) => (
            <Input id={id} value={draft.model} onChange={(event) => change({ model: event.target.value })} />
          )}
        </Field>
        <Field label="持有人">
          {(id) => (
            <Input
              id={id}
              value={draft.holder}
              onChange={(event) => change({ holder: event.target.value })}
            />
          )}
        </Field>
        <Field label="启用日期" needed problem={problems.get("inOn")}>
          {(id) => <DateInput id={id} value={draft.inOn} onChange={(inOn) => change({ inOn })} />}
        </Field>
        <Field label="最后在用日" note="还在用的留空" problem={problems.get("outOn")}>
          {(id) => <DateInput id={id} value={draft.outOn} onChange={(outOn) => change({ outOn })} />}
        </Field>
        <Field label="备注" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 5 }}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
