import { Input } from "antd";
import { type VendorDetail, vendorRoutes } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { VendorAccount } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";

export function AccountForm({ vendor, onClose }: Readonly<{ vendor: VendorDetail; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const form = useFormDraft({
    schema: vendorRoutes["vendors.addAccount"].input,
    start: () => ({
      vendorId: vendor.id,
      accountName: vendor.name,
      bank: "",
      accountNo: "",
      // The first account was there before the ledger; a later one begins on the day it is told.
      validFrom: vendor.accounts.length === 0 ? null : today,
    }),
  });
  const { draft, change, problems } = form;
  const add = useApiMutation("vendors.addAccount", {
    onSuccess: () => {
      done("账户已登记");
      onClose();
    },
  });
  const otherName = draft.accountName.trim() !== vendor.name;
  return (
    <FormDialog
      title="登记收款账户"
      width={520}
      pending={add.isPending}
      changed={form.changed}
      onSubmit={form.submit(add.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field
          label="户名"
          needed
          wide
          problem={problems.get("accountName")}
          caution={otherName ? "与供应商名称不同：付款时会被提示，请确认有书面授权。" : undefined}
        >
          {(id) => (
            <Input
              id={id}
              value={draft.accountName}
              onChange={(event) => change({ accountName: event.target.value })}
            />
          )}
        </Field>
        <Field label="账号" needed wide problem={problems.get("accountNo")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              className="jf-num"
              value={draft.accountNo}
              onChange={(event) => change({ accountNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="开户行">
          {(id) => (
            <Input id={id} value={draft.bank} onChange={(event) => change({ bank: event.target.value })} />
          )}
        </Field>
        <Field label="启用日期" note="空白：一直">
          {(id) => (
            <DateInput id={id} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

export function EndForm({ account, onClose }: Readonly<{ account: VendorAccount; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const form = useFormDraft({
    schema: vendorRoutes["vendors.endAccount"].input,
    start: (): Readonly<{ id: VendorAccount["id"]; validTo: IsoDate | null }> => ({
      id: account.id,
      validTo: today,
    }),
  });
  const end = useApiMutation("vendors.endAccount", {
    onSuccess: () => {
      done(`账号 ${account.accountNo} 已停用`);
      onClose();
    },
  });
  return (
    <FormDialog
      title="停用收款账户"
      width={420}
      okText="停用"
      pending={end.isPending}
      changed={form.changed}
      onSubmit={form.submit(end.mutate)}
      onClose={onClose}
    >
      <FieldGroup columns={1}>
        <Field
          label="最后使用日期"
          needed
          note={`账号 ${account.accountNo}；以前的付款不受影响。`}
          problem={form.problems.get("validTo")}
        >
          {(id) => (
            <DateInput id={id} value={form.draft.validTo} onChange={(validTo) => form.change({ validTo })} />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
