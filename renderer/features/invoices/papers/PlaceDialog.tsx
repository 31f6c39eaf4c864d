import { AutoComplete, Button } from "antd";
import { useState } from "react";
import type { MissingPaper, TakenPaper } from "#shared/api/papers.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";

type Props = Readonly<{ paper: TakenPaper; onPlaced: (placed: TakenPaper) => void; onClose: () => void }>;

/** Asks whose paper it is, where that could not be read: a guess stands there already, to be confirmed. */
export function PlaceDialog({ paper, onPlaced, onClose }: Props) {
  const [number, setNumber] = useState(paper.numbers.length > 1 ? "" : (paper.guesses[0] ?? ""));
  const place = useApiMutation("papers.place", { onSuccess: onPlaced });
  const send = (numbers: readonly string[]) =>
    place.mutate({ file: paper.file, part: paper.part, numbers: [...numbers] });
  const many = paper.numbers.length;
  return (
    <FormDialog
      title={`“${paper.fileName}”是哪张发票的原件`}
      width={620}
      okText="存为它的原件"
      pending={place.isPending}
      ready={number.trim() !== ""}
      changed={false}
      onSubmit={() => send([number])}
      onClose={onClose}
      extra={
        many > 1 ? (
          <Button disabled={place.isPending} onClick={() => send(paper.numbers)}>
            {`${many} 张发票都留一份`}
          </Button>
        ) : undefined
      }
    >
      <p className="jf-soft jf-place-why">{`${paper.message}${paper.hint}`}</p>
      <InvoiceNumberField
        value={number}
        note="输入号码，或按销方、金额查找还没有原件的发票；账本里还没有的号码，原件会等着它。"
        onChange={setNumber}
      />
    </FormDialog>
  );
}

type FieldProps = Readonly<{ value: string; note: string; onChange: (number: string) => void }>;

/** A number as it is typed, with the invoices that still lack a paper to choose from. */
export function InvoiceNumberField({ value, note, onChange }: FieldProps) {
  const missing = useApi("invoices.missingPapers", { fiscalYear: null });
  const wanted = value.trim();
  const fitting = (missing.data ?? []).filter((invoice) => textOf(invoice).includes(wanted)).slice(0, 50);
  return (
    <Field label="发票号码" needed wide note={note}>
      {(id) => (
        <AutoComplete
          id={id}
          value={value}
          options={fitting.map((invoice) => ({ value: invoice.number, label: textOf(invoice) }))}
          onChange={(text: string) => onChange(text)}
          placeholder="20 位号码，或代码加号码"
        />
      )}
    </Field>
  );
}

export const textOf = ({ number, sellerName, issueDate, grossCents }: MissingPaper): string =>
  `${number}　${sellerName}　${issueDate}　${formatYuan(grossCents)}`;
