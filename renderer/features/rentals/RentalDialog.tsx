import { Input, Select } from "antd";
import { rentalRoutes } from "#shared/api/rentals.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Rental } from "#shared/model/contract.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";

const schema = rentalRoutes["rentals.save"].input;

const prorations = [
  { value: "wholeMonth", label: "按整月（月中变动从下月起算）" },
  { value: "daily", label: "按天（按当月实际天数折算）" },
] as const;

type Props = Readonly<{
  /** Null for a new group of devices. */
  rental: Rental | null;
  /** Whose the new group is, where that is known. */
  contractId?: Id;
  onSaved: (rental: Rental) => void;
  onClose: () => void;
}>;

type Draft = Omit<Rental, "id" | "contractId" | "voidedAt" | "voidReason"> &
  Readonly<{ id: Id | null; contractId: Id | null }>;

const blank = (contractId: Id | null): Draft => ({
  id: null,
  contractId,
  name: "",
  unitName: "台",
  proration: "wholeMonth",
  note: "",
});

function draftOf({ voidedAt: _at, voidReason: _reason, ...columns }: Rental): Draft {
  return columns;
}

/** A group of devices of a monthly contract: what it is called and how a change in mid-month counts. */
export function RentalDialog({ rental, contractId, onSaved, onClose }: Props) {
  const { scope } = useScope();
  const asksContract = rental === null && contractId === undefined;
  const contracts = useApi("contracts.list", scope, { enabled: asksContract });
  const monthly = (contracts.data ?? []).filter((row) => row.kind === "monthly" && row.state !== "ended");
  const only = monthly.length === 1 ? (monthly[0]?.id ?? null) : null;
  const form = useFormDraft({
    schema,
    start: () => (rental === null ? blank(contractId ?? null) : draftOf(rental)),
    inputOf: (draft) => ({ ...draft, contractId: draft.contractId ?? only }),
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("rentals.save", { onSuccess: onSaved });
  return (
    <FormDialog
      title={rental === null ? "新增设备组" : `修改 ${rental.name}`}
      width={480}
      okText={rental === null ? "下一步：数量和单价" : "保存"}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        {asksContract ? (
          <Field
            label="合同"
            needed
            wide
            problem={problems.get("contractId")}
            note={
              contracts.isSuccess && monthly.length === 0
                ? "还没有“按月支付”的合同，请先登记合同。"
                : undefined
            }
          >
            {(id) => (
              <Select
                id={id}
                value={draft.contractId ?? only}
                showSearch={{ optionFilterProp: "label" }}
                options={monthly.map((row) => ({ value: row.id, label: `${row.contractNo} ${row.name}` }))}
                onChange={(chosen) => change({ contractId: chosen })}
              />
            )}
          </Field>
        ) : null}
        <Field label="设备" needed wide problem={problems.get("name")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              placeholder="例如：巡查记录仪"
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="计量单位" needed problem={problems.get("unitName")}>
          {(id) => (
            <Input
              id={id}
              value={draft.unitName}
              onChange={(event) => change({ unitName: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="计租方式"
          note={
            rental !== null && draft.proration !== rental.proration
              ? "保存后重算未开票、未付款、未验收的月份。"
              : undefined
          }
        >
          {(id) => (
            <Select
              id={id}
              value={draft.proration}
              options={[...prorations]}
              onChange={(proration) => change({ proration })}
            />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
