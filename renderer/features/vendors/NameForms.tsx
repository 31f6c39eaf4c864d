import { Input } from "antd";
import { type VendorDetail, vendorRoutes } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { VendorName } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";

type Props = Readonly<{ vendor: VendorDetail; onClose: () => void }>;

/** Another name of a vendor, and from when to when it was one. A new one where there is none. */
export function NameForm({ vendor, name: row, onClose }: Props & Readonly<{ name: VendorName | null }>) {
  const { done } = useNotify();
  const form = useFormDraft({
    schema: vendorRoutes["vendors.saveName"].input,
    start: () => ({
      id: row?.id ?? null,
      vendorId: vendor.id,
      name: row?.name ?? "",
      validFrom: row?.validFrom ?? null,
      validTo: row?.validTo ?? null,
    }),
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("vendors.saveName", {
    onSuccess: () => {
      done(`名称“${draft.name.trim()}”已保存`);
      onClose();
    },
  });
  return (
    <FormDialog
      title={row === null ? "登记其他名称" : "修改名称"}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="名称" needed wide problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="启用日期" note="空白：一直" problem={problems.get("validFrom")}>
          {(id) => (
            <DateInput id={id} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
          )}
        </Field>
        <Field label="停用日期" note="空白：至今" problem={problems.get("validTo")}>
          {(id) => <DateInput id={id} value={draft.validTo} onChange={(validTo) => change({ validTo })} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

/** A vendor is called otherwise from a day on. */
export function RenameForm({ vendor, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const form = useFormDraft({
    schema: vendorRoutes["vendors.rename"].input,
    start: (): Readonly<{ id: VendorDetail["id"]; name: string; from: IsoDate | null }> => ({
      id: vendor.id,
      name: "",
      from: today,
    }),
  });
  const { draft, change, problems } = form;
  const rename = useApiMutation("vendors.rename", {
    onSuccess: (saved) => {
      done(`现名“${saved.name}”`);
      onClose();
    },
  });
  return (
    <FormDialog
      title="供应商更名"
      width={520}
      okText="更名"
      pending={rename.isPending}
      changed={form.changed}
      onSubmit={form.submit(rename.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field
          label="新名称"
          needed
          wide
          note={`“${vendor.name}”成为曾用名，此日之前开具的发票仍用它核对。`}
          problem={problems.get("name")}
        >
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="启用新名称的日期" needed problem={problems.get("from")}>
          {(id) => <DateInput id={id} value={draft.from} onChange={(from) => change({ from })} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
