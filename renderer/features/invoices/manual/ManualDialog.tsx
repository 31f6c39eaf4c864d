import { Checkbox, Input, Select } from "antd";
import { manualInvoice } from "#shared/api/invoiceLife.ts";
import type { InvoiceDetail } from "#shared/api/invoices.ts";
import { ticketKinds, ticketShapes } from "#shared/invoices/ticketKinds.ts";
import { invoiceWords } from "#shared/words/words.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { choices } from "../../../components/choices.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { useFormDraft } from "../../../components/useFormDraft.ts";
import { AmountFields } from "./AmountFields.tsx";
import { LineRows } from "./LineRows.tsx";
import { type ManualDraft, problemsOfManual, withKind } from "./manualDraft.ts";
import { PartyFields } from "./PartyFields.tsx";
import { SaveFailure } from "./SaveFailure.tsx";
import "./manual.css";

type Props = Readonly<{
  /** What the form begins with. */
  start: ManualDraft;
  /** Of a scanned code: what has to be typed from the paper. */
  missing?: readonly string[];
  onClose: () => void;
  onSaved: (detail: InvoiceDetail) => void;
  /** Leads to the invoice that has the same number. */
  onOpenDouble: (id: string) => void;
}>;

const kindChoices = ticketKinds.map((kind) => ({ value: kind, label: ticketShapes[kind].name }));

/** 手工登记发票: the kind first, as it says how the number is made up; two of the three amounts are enough. */
export function ManualDialog({ start, missing = [], onClose, onSaved, onOpenDouble }: Props) {
  const { done } = useNotify();
  const form = useFormDraft({ schema: manualInvoice, start: () => start, alsoWrong: problemsOfManual });
  const { draft, change, problems } = form;
  const save = useApiMutation("invoices.saveManual", {
    quiet: true,
    onSuccess: (detail) => {
      done(draft.id === null ? `发票 ${detail.invoice.number} 已登记` : "发票已保存");
      onSaved(detail);
    },
  });
  const shape = ticketShapes[draft.kind];
  return (
    <FormDialog
      as="drawer"
      width={720}
      title={draft.id === null ? "手工登记发票" : `修改发票 ${start.number}`}
      okText={draft.id === null ? "登记" : "保存"}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit((input) => save.mutate(input))}
      onClose={onClose}
    >
      {missing.length === 0 ? null : (
        <p className="jf-manual-told" role="note">
          账本中没有这张发票。二维码里有的已填好，请对照发票填写：{missing.join("、")}。
        </p>
      )}
      <SaveFailure error={save.error} onOpenDouble={onOpenDouble} />
      <FieldGroup title="票据">
        <Field label="种类" needed note={`${shape.told}。`}>
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={kindChoices}
              onChange={(kind) => change(withKind(kind))}
            />
          )}
        </Field>
        <Field label="票种" needed problem={problems.get("type")}>
          {(id) => (
            <Select
              id={id}
              value={draft.type}
              options={[...new Set([draft.type, ...shape.types])].map((value) => ({ value }))}
              onChange={(type) => change({ type })}
            />
          )}
        </Field>
        {shape.codeDigits.length === 0 ? null : (
          <Field label="代码" needed problem={problems.get("code")}>
            {(id) => (
              <Input
                id={id}
                className="jf-num"
                value={draft.code}
                onChange={(event) => change({ code: event.target.value })}
              />
            )}
          </Field>
        )}
        <Field label="号码" needed problem={problems.get("number")}>
          {(id) => (
            <Input
              id={id}
              className="jf-num"
              value={draft.number}
              onChange={(event) => change({ number: event.target.value })}
            />
          )}
        </Field>
        <Field label="开票日期" needed problem={problems.get("issueDate")}>
          {(id) => (
            <DateInput id={id} value={draft.issueDate} onChange={(issueDate) => change({ issueDate })} />
          )}
        </Field>
        {draft.id === null ? null : (
          <Field label="发票状态" note="销方作废、红冲的在这里改；账本里不该有的，用“作废登记”。">
            {(id) => (
              <Select
                id={id}
                value={draft.status}
                options={choices(invoiceWords)}
                onChange={(status) => change({ status })}
              />
            )}
          </Field>
        )}
      </FieldGroup>
      <PartyFields draft={draft} problems={problems} first={missing.length > 0} onChange={change} />
      <AmountFields draft={draft} problems={problems} onChange={change} />
      <LineRows
        lines={draft.lines}
        problem={problems.get("lines") ?? problems.get("goodsName")}
        onChange={(lines) => change({ lines })}
      />
      <FieldGroup title="其他">
        <Field label="红字发票" wide>
          {(id) => (
            <Checkbox
              id={id}
              checked={draft.isRed}
              onChange={(event) => change({ isRed: event.target.checked })}
            >
              这是红字（负数）发票，冲的是另一张发票
            </Checkbox>
          )}
        </Field>
        {draft.isRed ? (
          <Field
            label="对应的蓝字号码"
            wide
            problem={problems.get("blueNumber")}
            note="票面备注写有“被红冲蓝字…号码”的照填；没有的留空，以后再指定。"
          >
            {(id) => (
              <Input
                id={id}
                className="jf-num"
                value={draft.blueNumber}
                onChange={(event) => change({ blueNumber: event.target.value })}
              />
            )}
          </Field>
        ) : null}
        <Field label="备注" wide>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={draft.remark}
              onChange={(event) => change({ remark: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
