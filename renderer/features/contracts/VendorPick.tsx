import { PlusOutlined } from "@ant-design/icons";
import { Select } from "antd";
import { useState } from "react";
import { asId, type Id } from "#shared/kernel/id.ts";
import { useApi } from "../../app/useApi.ts";
import { VendorForm } from "../vendors/VendorForm.tsx";

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
        loading={vendors.isPending}
        // While they are still to come it would be the only one, and Enter would add a vendor that is there.
        options={vendors.isPending ? [] : [...known, add]}
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
        <VendorForm vendor={null} name={adding} onClose={() => setAdding(null)} onSaved={onChange} />
      )}
    </>
  );
}
