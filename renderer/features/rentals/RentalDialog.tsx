import { Input, Select } from "antd";
import { useState } from "react";
import { rentalRoutes } from "#shared/api/rentals.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Rental } from "#shared/model/contract.ts";
import { useScope } from "../../app/scope.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { noProblems, problemsOf } from "../../components/fields/problems.ts";

const schema = rentalRoutes["rentals.save"].input;

const prorations = [
  { value: "wholeMonth", label: "按整月（月中变动从下月起算）" },
  { value: "daily", label: "按天（按当月实际天数折算）" },
] as const;

type Props = Readonly<{
  /** Null for a new group of devices. */
  rental: Rental | null;
  onSaved: (rental: Rental) => void;
  onClose: () => void;
}>;

/** A group of devices of a monthly contract: what it is called and how a change in mid-month counts. */
export function RentalDialog({ rental, onSaved, onClose }: Props) {
  const { scope } = useScope();
  const contracts = useApi("contracts.list", scope, { enabled: rental === null });
  const monthly = (contracts.data ?? []).filter((row) => row.kind === "monthly" && row.state !== "ended");
  const [chosen, setChosen] = useState<Id | null>(rental?.contractId ?? null);
  const contractId = chosen ?? (monthly.length === 1 ? (monthly[0]?.id ?? null) : null);
  const [name, setName] = useState(rental?.name ?? "");
  const [unitName, setUnitName] = useState(rental?.unitName ?? "台");
  const [proration, setProration] = useState<Rental["proration"]>(rental?.proration ?? "wholeMonth");
  const [tried, setTried] = useState(false);
  const input = { id: rental?.id ?? null, contractId, name, unitName, proration, note: rental?.note ?? "" };
  const parsed = schema.safeParse(input);
  const problems = tried ? problemsOf(schema, input) : noProblems;
  const save = useApiMutation("rentals.save", { onSuccess: onSaved });
  const submit = () => {
    setTried(true);
    if (parsed.success) save.mutate(parsed.data);
  };
  return (
    <FormDialog
      title={rental === null ? "新增设备组" : `修改 ${rental.name}`}
      width={480}
      pending={save.isPending}
      changed={chosen !== (rental?.contractId ?? null) || proration !== (rental?.proration ?? "wholeMonth")}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup>
        {rental === null ? (
          <Field
            label="合同"
            needed
            wide
            problem={tried && contractId === null ? "请选择合同" : undefined}
            note={
              contracts.isSuccess && monthly.length === 0
                ? "还没有“按月支付”的合同，请先登记合同。"
                : undefined
            }
          >
            {(id) => (
              <Select
                id={id}
                value={contractId}
                showSearch={{ optionFilterProp: "label" }}
                options={monthly.map((row) => ({ value: row.id, label: `${row.contractNo} ${row.name}` }))}
                onChange={setChosen}
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
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={submit}
            />
          )}
        </Field>
        <Field label="计量单位" needed problem={problems.get("unitName")}>
          {(id) => <Input id={id} value={unitName} onChange={(event) => setUnitName(event.target.value)} />}
        </Field>
        <Field
          label="计租方式"
          note={
            rental !== null && proration !== rental.proration
              ? "保存后重算未开票、未付款、未验收的月份。"
              : undefined
          }
        >
          {(id) => <Select id={id} value={proration} options={[...prorations]} onChange={setProration} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
