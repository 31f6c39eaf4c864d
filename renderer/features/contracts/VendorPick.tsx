import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";

type Props = Readonly<{ id: string; value: Id | null; onChange: (vendorId: Id) => void }>;

/** Chooses a vendor by any of its names or its credit code; one that is not there is added on the way. */
export function VendorPick({ id, value, onChange }: Props) {
  const vendors = useApi("vendors.list", {});
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const options = (vendors.data ?? [])
    .filter((vendor) => vendor.voidedAt === null)
    .map((vendor) => ({
      value: vendor.id,
      label: vendor.name,
      search: [vendor.name, vendor.creditCode ?? "", ...vendor.names.map(({ name }) => name)].join(" "),
    }));
  return (
    <>
      <Select
        id={id}
        value={value}
        options={options}
        showSearch={{ optionFilterProp: "search", onSearch: setTyped }}
        placeholder="名称或信用代码"
        onChange={onChange}
        popupRender={(menu) => (
          <>
            {menu}
            <Button block type="text" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              新增供应商
            </Button>
          </>
        )}
      />
      {adding ? (
        <NewVendor
          name={typed}
          onClose={() => setAdding(false)}
          onAdded={(vendorId) => {
            setAdding(false);
            onChange(vendorId);
          }}
        />
      ) : null}
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
