import { Input } from "antd";
import { useState } from "react";
import type { VendorDetail } from "#shared/api/vendors.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { VendorAccount } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";

export function AccountForm({ vendor, onClose }: Readonly<{ vendor: VendorDetail; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const [accountName, setAccountName] = useState(vendor.name);
  const [bank, setBank] = useState("");
  const [accountNo, setAccountNo] = useState("");
  // The first account was there before the ledger; a later one begins on the day it is told.
  const usual = vendor.accounts.length === 0 ? null : today;
  const [validFrom, setValidFrom] = useState<IsoDate | null>(usual);
  const add = useApiMutation("vendors.addAccount", {
    onSuccess: () => {
      done("账户已登记");
      onClose();
    },
  });
  const otherName = accountName.trim() !== vendor.name;
  return (
    <FormDialog
      title="登记收款账户"
      width={520}
      pending={add.isPending}
      ready={accountName.trim() !== "" && accountNo.trim() !== ""}
      changed={validFrom !== usual}
      onSubmit={() => add.mutate({ vendorId: vendor.id, accountName, bank, accountNo, validFrom })}
      onClose={onClose}
    >
      <FieldGroup>
        <Field
          label="户名"
          needed
          wide
          problem={otherName ? "与供应商名称不同：付款时会被提示，请确认有书面授权。" : undefined}
        >
          {(id) => (
            <Input id={id} value={accountName} onChange={(event) => setAccountName(event.target.value)} />
          )}
        </Field>
        <Field label="账号" needed wide>
          {(id) => (
            <Input
              id={id}
              autoFocus
              className="jf-num"
              value={accountNo}
              onChange={(event) => setAccountNo(event.target.value)}
            />
          )}
        </Field>
        <Field label="开户行">
          {(id) => <Input id={id} value={bank} onChange={(event) => setBank(event.target.value)} />}
        </Field>
        <Field label="启用日期" note="空白：一直">
          {(id) => <DateInput id={id} value={validFrom} onChange={setValidFrom} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

export function EndForm({ account, onClose }: Readonly<{ account: VendorAccount; onClose: () => void }>) {
  const { done } = useNotify();
  const today = useToday();
  const [validTo, setValidTo] = useState<IsoDate | null>(today);
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
      ready={validTo !== null}
      changed={validTo !== today}
      onSubmit={() => {
        if (validTo !== null) end.mutate({ id: account.id, validTo });
      }}
      onClose={onClose}
    >
      <FieldGroup columns={1}>
        <Field label="最后使用日期" needed note={`账号 ${account.accountNo}；以前的付款不受影响。`}>
          {(id) => <DateInput id={id} value={validTo} onChange={setValidTo} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
