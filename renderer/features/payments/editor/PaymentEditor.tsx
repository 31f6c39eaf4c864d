import { Button } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import type { PaymentDraftInput } from "#shared/api/payments.ts";
import type { Id } from "#shared/kernel/id.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { firstFault, isUnread, textOfUnread } from "../../../components/formFields.ts";
import { useLeaveGuard } from "../../../components/LeaveGuard.tsx";
import { Page, Section } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { type AllocationRow, balanceOf, followAmount, takeChoice, toRows } from "../allocations.ts";
import { BalanceLine } from "../detail/BalanceLine.tsx";
import { AllocationTable } from "./AllocationTable.tsx";
import { BackButton } from "./BackButton.tsx";
import { CheckSide } from "./CheckSide.tsx";
import { PaymentFields } from "./PaymentFields.tsx";
import {
  type DraftCheck,
  draftInput,
  type Faulty,
  type PaymentForm,
  saveProblems,
  withVendor,
} from "./paymentForm.ts";
import { SuggestionBands } from "./SuggestionBands.tsx";
import { useDraftCheck } from "./useDraftCheck.ts";
import { useSaveKey } from "./useEditorKeys.ts";
import "../detail/payments.css";

type Props = Readonly<{
  title: string;
  form: PaymentForm;
  allocations: readonly PaymentDraftInput["allocations"][number][];
  /** What was answered with the draft, until it is changed. */
  first: DraftCheck;
  projectId: Id;
  onSaved: (paymentId: string) => void;
  onCancel: () => void;
}>;

const noProblems: ReadonlyMap<Faulty, string> = new Map();

/** Writes a payment: its fields, what it settles, suggestions for that, and the check while one writes. */
export function PaymentEditor(props: Props) {
  const { done } = useNotify();
  const made = useRef(0);
  const newKey = () => {
    made.current += 1;
    return `row ${made.current}`;
  };
  const [firstForm] = useState(props.form);
  const [form, setForm] = useState(firstForm);
  const [firstRows] = useState(() => toRows(props.allocations, () => crypto.randomUUID()));
  const [rows, setRows] = useState<readonly AllocationRow[]>(firstRows);
  const [tries, setTries] = useState(0);
  const [unread, setUnread] = useState("");
  const vendors = useApi("vendors.list", {}).data;
  const input = useMemo(
    () => draftInput(withVendor(form, firstForm, vendors ?? []), rows),
    [form, firstForm, vendors, rows],
  );
  const check = useDraftCheck(input, props.first);
  const problems = saveProblems(form, rows);
  const shown = tries === 0 ? noProblems : problems;
  const balance = balanceOf(form.amountCents, rows);
  const letGo = useLeaveGuard({
    active: form !== firstForm || rows !== firstRows,
    title: "这笔付款还没有保存",
    text: "离开后，刚才的修改会丢失。",
  });
  const save = useApiMutation("payments.save", {
    onSuccess: ({ payment }) => {
      letGo();
      done(`付款 ${payment.paymentNo} 已保存`);
      props.onSaved(payment.id);
    },
  });
  const page = useRef<HTMLDivElement>(null);
  const submit = () => {
    // What cannot be read was not taken over: saving now would silently keep the old value.
    const fault = firstFault(page.current);
    const stuck = fault !== null && isUnread(fault) ? fault : null;
    setUnread(stuck === null ? "" : textOfUnread(stuck));
    setTries((now) => now + 1);
    if (stuck === null && problems.size === 0 && input !== undefined && !save.isPending) save.mutate(input);
  };
  useEffect(() => {
    if (tries > 0) firstFault(page.current)?.focus();
  }, [tries]);
  useSaveKey(submit);
  const change = (changes: Partial<PaymentForm>) => {
    const { amountCents } = changes;
    if (amountCents !== undefined) setRows((now) => followAmount(now, form.amountCents, amountCents));
    setForm((now) => ({ ...now, ...changes }));
  };

  return (
    <Page>
      <PageHeader
        before={<BackButton onClick={props.onCancel} />}
        title={props.title}
        note={
          unread !== "" || shown.size > 0 ? (
            <span className="jf-status-block" role="alert">
              还不能保存：{unread === "" ? [...shown.values()].join("") : unread}
            </span>
          ) : undefined
        }
        actions={
          <>
            <Button onClick={props.onCancel}>取消</Button>
            <Button
              type="primary"
              title="Ctrl+Enter"
              aria-keyshortcuts="Control+Enter"
              loading={save.isPending}
              onClick={submit}
            >
              保存
            </Button>
          </>
        }
      />
      <div ref={page} className="jf-editor">
        <div className="jf-editor-main">
          <div className="jf-editor-scroll">
            <PaymentFields form={form} projectId={props.projectId} problems={shown} change={change} />
            <Section title="分摊" note="这笔付款结清哪些期次，依据哪些发票">
              <AllocationTable
                form={form}
                rows={rows}
                balance={balance}
                newKey={newKey}
                tried={tries > 0}
                onChange={setRows}
              />
            </Section>
            <SuggestionBands
              suggestions={check.suggestions}
              rows={rows}
              onTake={(choice) => setRows((now) => takeChoice(now, choice, newKey))}
            />
          </div>
          <BalanceLine balance={balance} onTakeOver={() => change({ amountCents: balance.allocatedCents })} />
        </div>
        <CheckSide check={check} />
      </div>
    </Page>
  );
}
