import { Input, Select } from "antd";
import { agreementRoutes } from "#shared/api/agreements.ts";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { type Cents, formatBp, ratioBp, subtractCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { BondMovement } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { choices } from "../../../components/choices.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { useFormDraft } from "../../../components/useFormDraft.ts";
import { bondInstrumentWords, bondKindWords } from "../contractWords.ts";

type Draft = Readonly<{
  id: Id | null;
  contractId: Id;
  kind: BondMovement["kind"];
  movedOn: IsoDate | null;
  amountCents: Cents | null;
  instrument: BondMovement["instrument"];
  documentNo: string;
  note: string;
}>;

const schema = agreementRoutes["contracts.saveBond"].input;

/** What is held goes back; while nothing came in, what was agreed comes in. */
function newMovement({ contract, bond, bonds }: ContractDetail, today: IsoDate): Draft {
  const isHeld = bond.balanceCents > 0;
  const open = subtractCents(contract.bondCents, bond.receivedCents);
  return {
    id: null,
    contractId: contract.id,
    kind: isHeld ? "release" : "receive",
    movedOn: today,
    amountCents: isHeld ? bond.balanceCents : open > 0 ? open : null,
    instrument: bonds.at(-1)?.instrument ?? "cash",
    documentNo: "",
    note: "",
  };
}

function draftOf({ voidedAt: _at, voidReason: _reason, ...columns }: BondMovement): Draft {
  return columns;
}

type Props = Readonly<{
  detail: ContractDetail;
  /** Null for a new one. */
  movement: BondMovement | null;
  onClose: () => void;
}>;

/** 履约保证金 that came in, went back or was kept. */
export function BondForm({ detail, movement, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const form = useFormDraft({
    schema,
    start: (): Draft => (movement === null ? newMovement(detail, today) : draftOf(movement)),
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("contracts.saveBond", {
    onSuccess: () => {
      done("履约保证金已登记");
      onClose();
    },
  });
  return (
    <FormDialog
      title={movement === null ? "登记履约保证金" : "修改履约保证金记录"}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="收退">
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={choices(bondKindWords)}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field label="方式">
          {(id) => (
            <Select
              id={id}
              value={draft.instrument}
              options={choices(bondInstrumentWords)}
              onChange={(instrument) => change({ instrument })}
            />
          )}
        </Field>
        <Field
          label="金额（元）"
          needed
          problem={problems.get("amountCents")}
          caution={overTenth(detail, draft)}
        >
          {(id) => (
            <MoneyInput
              id={id}
              autoFocus
              value={draft.amountCents}
              onChange={(amountCents) => change({ amountCents })}
            />
          )}
        </Field>
        <Field label="日期" needed problem={problems.get("movedOn")}>
          {(id) => <DateInput id={id} value={draft.movedOn} onChange={(movedOn) => change({ movedOn })} />}
        </Field>
        <Field label="单据号" wide>
          {(id) => (
            <Input
              id={id}
              placeholder="收据、保函编号"
              value={draft.documentNo}
              onChange={(event) => change({ documentNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="备注" wide>
          {(id) => (
            <Input id={id} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}

/** 政府采购法实施条例第四十八条：履约保证金不得超过合同金额的百分之十。 */
function overTenth({ contract }: ContractDetail, { kind, amountCents }: Draft): string | undefined {
  if (kind !== "receive" || amountCents === null || contract.totalCents === null) return undefined;
  const bp = ratioBp(amountCents, contract.totalCents);
  return bp === undefined || bp <= 1_000 ? undefined : `为合同金额的${formatBp(bp)}，超过10%（仍可保存）。`;
}
