import { PlusOutlined } from "@ant-design/icons";
import { Input, Modal, Select } from "antd";
import { useState } from "react";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";

const addValue = "add";

type Props = Readonly<{ id: string; value: Id | null; onChange: (vendorId: Id) => void }>;

/** Chooses a vendor by any of its names or its credit code; one that is not there is added on the way. */
export function VendorPick({ id, value, onChange }: Props) {
  const vendors = useApi("vendors.list", {});
  const [typed, setTyped] = useState("");
  /** The name a new one begins with. */
  const [adding, setAdding] = useState<string | null>(null);
  const known = (vendors.data ?? [])
    .filter((vendor) => vendor.voidedAt === null)
    .map((vendor) => ({
      value: vendor.id,
      label: vendor.name,
      search: [vendor.name, vendor.creditCode ?? "", ...vendor.names.map(({ name }) => name)]
        .join(" ")
        .toLowerCase(),
    }));
  // Among the choices, so that arrows and Enter reach it too; the last, so that Enter takes a vendor that fits.
  const add = {
    value: asId(addValue),
    label: typed === "" ? "新增供应商" : `新增供应商“${typed}”`,
    search: null,
  };
  return (
    <>
      <Select
        id={id}
        value={value}
        options={[...known, add]}
        showSearch={{
          filterOption: (text, option) => option?.search?.includes(text.trim().toLowerCase()) ?? true,
          onSearch: setTyped,
        }}
        placeholder="名称或信用代码"
        optionRender={({ value: chosen, label }) =>
          chosen === addValue ? (
            <span className="jf-vendor-add">
              <PlusOutlined /> {label}
            </span>
          ) : (
            label
          )
        }
        onSelect={(chosen) => {
          if (chosen === addValue) setAdding(typed.trim());
          else onChange(chosen);
        }}
      />
      {adding === null ? null : (
        <NewVendor
          name={adding}
          onClose={() => setAdding(null)}
          onAdded={(vendorId) => {
            setAdding(null);
            onChange(vendorId);
          }}
        />
      )}
    </>
  );
}

type NewVendorProps = Readonly<{ name: string; onClose: () => void; onAdded: (vendorId: Id) => void }>;

function NewVendor({ name: typed, onClose, onAdded }: NewVendorProps) {
  const [name, setName] = useState(typed);
  const [creditCode, setCreditCode] = useState("");
  const save = useApiMutation("vendors.save", {
    onSuccess: (vendors) => {
      const added = vendors.find((vendor) => vendor.name === name.trim() && vendor.voidedAt === null);
      if (added === undefined) onClose();
      else onAdded(added.id);
    },
  });
  const code = creditCode.trim().toUpperCase();
  const submit = () => {
    if (name.trim() === "" || save.isPending) return;
    save.mutate({
      id: null,
      name: name.trim(),
      creditCode: code === "" ? null : code,
      isSmallOrMedium: null,
      note: "",
    });
  };
  return (
    <Modal
      open
      title="新增供应商"
      width={460}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: name.trim() === "" }}
      confirmLoading={save.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <FieldGroup columns={1}>
        <Field label="名称" needed note="与合同、发票上的名称一字不差。">
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={submit}
            />
          )}
        </Field>
        <Field
          label="统一社会信用代码"
          problem={checkCreditCode(code).kind === "wrong" ? "校验位不正确，请核对（仍可保存）。" : undefined}
        >
          {(id) => (
            <Input
              id={id}
              value={creditCode}
              onChange={(event) => setCreditCode(event.target.value)}
              onPressEnter={submit}
            />
          )}
        </Field>
      </FieldGroup>
    </Modal>
  );
}
