import { Input } from "antd";
import { vendorRoutes } from "#shared/api/vendors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Vendor } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { choices } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";
import { codeProblem, flagOf, type SizeWord, sizeOf, sizeWords } from "./vendorWords.ts";

type Props = Readonly<{
  /** Null for a new one. */
  vendor: Vendor | null;
  /** What a new one is called to begin with. */
  name?: string;
  onClose: () => void;
  onSaved?: (id: Id) => void;
}>;

type Draft = Readonly<{ id: Id | null; name: string; creditCode: string; size: SizeWord; note: string }>;

const draftOf = (vendor: Vendor): Draft => ({
  id: vendor.id,
  name: vendor.name,
  creditCode: vendor.creditCode ?? "",
  size: sizeOf(vendor),
  note: vendor.note,
});

/** A vendor's own data. A change of name in the course of time has a form of its own. */
export function VendorForm({ vendor, name = "", onClose, onSaved }: Props) {
  const { done } = useNotify();
  const form = useFormDraft({
    schema: vendorRoutes["vendors.save"].input,
    start: (): Draft =>
      vendor === null ? { id: null, name, creditCode: "", size: "unknown", note: "" } : draftOf(vendor),
    inputOf: ({ size, creditCode, ...draft }) => ({
      ...draft,
      name: draft.name.trim(),
      creditCode: creditCode.trim() === "" ? null : creditCode.trim().toUpperCase(),
      isSmallOrMedium: flagOf(size),
    }),
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("vendors.save", {
    onSuccess: (vendors, input) => {
      done("供应商已保存");
      const saved = vendors.find((row) =>
        input.id === null ? row.name === input.name && row.voidedAt === null : row.id === input.id,
      );
      onClose();
      if (saved !== undefined) onSaved?.(saved.id);
    },
  });
  return (
    <FormDialog
      title={vendor === null ? "新增供应商" : "修改供应商"}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup columns={1}>
        <Field
          label="名称"
          needed
          problem={problems.get("name")}
          note={vendor === null ? "与合同、发票上的名称一字不差。" : "只用于改正错字；改了名的，请用“更名”。"}
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
        <Field
          label="统一社会信用代码"
          problem={problems.get("creditCode")}
          caution={codeProblem(draft.creditCode)}
        >
          {(id) => (
            <Input
              id={id}
              className="jf-num"
              maxLength={24}
              value={draft.creditCode}
              onChange={(event) => change({ creditCode: event.target.value })}
            />
          )}
        </Field>
        <Field label="企业规模" note="中小企业的款项有法定付款期限（保障中小企业款项支付条例）。">
          {() => (
            <Segments
              label="企业规模"
              value={draft.size}
              options={choices(sizeWords)}
              onChange={(size) => change({ size })}
            />
          )}
        </Field>
        <Field label="备注">
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
