import { Input, Segmented } from "antd";
import { useState } from "react";
import type { Vendor } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { choices } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { codeProblem, flagOf, sizeOf, sizeWords } from "./vendorWords.ts";

type Props = Readonly<{
  /** Null for a new one. */
  vendor: Vendor | null;
  onClose: () => void;
  onSaved?: (id: string) => void;
}>;

/** A vendor's own data. A change of name in the course of time has a form of its own. */
export function VendorForm({ vendor, onClose, onSaved }: Props) {
  const { done } = useNotify();
  const [name, setName] = useState(vendor?.name ?? "");
  const [code, setCode] = useState(vendor?.creditCode ?? "");
  const [size, setSize] = useState(vendor === null ? "unknown" : sizeOf(vendor));
  const [note, setNote] = useState(vendor?.note ?? "");
  const save = useApiMutation("vendors.save", {
    onSuccess: (vendors) => {
      done("供应商已保存");
      const saved = vendors.find((row) => row.id === vendor?.id || row.name === name.trim());
      if (saved !== undefined) onSaved?.(saved.id);
      onClose();
    },
  });
  return (
    <FormDialog
      title={vendor === null ? "新增供应商" : "修改供应商"}
      width={520}
      pending={save.isPending}
      ready={name.trim() !== ""}
      changed={vendor !== null && size !== sizeOf(vendor)}
      onSubmit={() =>
        save.mutate({
          id: vendor?.id ?? null,
          name: name.trim(),
          creditCode: code.trim() === "" ? null : code.trim(),
          isSmallOrMedium: flagOf(size),
          note,
        })
      }
      onClose={onClose}
    >
      <FieldGroup columns={1}>
        <Field
          label="名称"
          needed
          note={vendor === null ? "与合同、发票上的名称一字不差。" : "只用于改正错字；改了名的，请用“更名”。"}
        >
          {(id) => <Input id={id} autoFocus value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label="统一社会信用代码" problem={codeProblem(code)}>
          {(id) => (
            <Input
              id={id}
              className="jf-num"
              maxLength={24}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Field label="企业规模" note="中小企业的款项有法定付款期限（保障中小企业款项支付条例）。">
          {() => <Segmented value={size} options={choices(sizeWords)} onChange={setSize} />}
        </Field>
        <Field label="备注">
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
