import { AutoComplete, Checkbox, Input } from "antd";
import { useApi } from "../../../app/useApi.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import type { Problems } from "../../../components/fields/problems.ts";
import { codeProblem } from "../../vendors/vendorWords.ts";
import type { ManualDraft } from "./manualDraft.ts";

type Props = Readonly<{
  draft: ManualDraft;
  problems: Problems;
  /** The keys begin here: what comes before is known. */
  first: boolean;
  onChange: (changes: Partial<ManualDraft>) => void;
}>;

const containing = (typed: string, option: Readonly<{ value?: unknown }> | undefined): boolean =>
  String(option?.value ?? "").includes(typed.trim());

/** Who sold, picked from the vendors or new, and to which unit of the office. */
export function PartyFields({ draft, problems, first, onChange }: Props) {
  const vendors = useApi("vendors.list", {}).data ?? [];
  const units = useApi("office.get", {}).data?.units ?? [];
  const live = vendors.filter(({ voidedAt }) => voidedAt === null);
  const pickVendor = (name: string) => {
    const vendor = live.find((row) => row.name === name);
    if (vendor === undefined) return { sellerName: name, vendorId: null };
    return {
      sellerName: name,
      sellerTaxId: vendor.creditCode ?? draft.sellerTaxId,
      vendorId: vendor.id,
      newVendor: false,
    };
  };
  const pickUnit = (name: string) => {
    const unit = units.find(({ currentName }) => currentName === name);
    return { buyerName: name, ...(unit === undefined ? {} : { buyerTaxId: unit.creditCode ?? "" }) };
  };
  const isNew = draft.sellerName.trim() !== "" && draft.vendorId === null;
  return (
    <FieldGroup title="双方">
      <Field label="销方名称" needed problem={problems.get("sellerName")}>
        {(id) => (
          <AutoComplete
            id={id}
            autoFocus={first}
            value={draft.sellerName}
            options={live.map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: containing }}
            onChange={(name: string) => onChange(pickVendor(name))}
          />
        )}
      </Field>
      <Field label="销方识别号" caution={codeProblem(draft.sellerTaxId)}>
        {(id) => (
          <Input
            id={id}
            className="jf-num"
            value={draft.sellerTaxId}
            onChange={(event) => onChange({ sellerTaxId: event.target.value })}
          />
        )}
      </Field>
      {isNew ? (
        <div className="jf-field-wide">
          <Checkbox
            checked={draft.newVendor}
            onChange={(event) => onChange({ newVendor: event.target.checked })}
          >
            同时登记为新供应商
          </Checkbox>
        </div>
      ) : null}
      <Field label="购买方名称">
        {(id) => (
          <AutoComplete
            id={id}
            value={draft.buyerName}
            options={units.map(({ currentName }) => ({ value: currentName }))}
            onChange={(name: string) => onChange(pickUnit(name))}
          />
        )}
      </Field>
      <Field label="购方识别号" caution={codeProblem(draft.buyerTaxId)}>
        {(id) => (
          <Input
            id={id}
            className="jf-num"
            value={draft.buyerTaxId}
            onChange={(event) => onChange({ buyerTaxId: event.target.value })}
          />
        )}
      </Field>
    </FieldGroup>
  );
}
