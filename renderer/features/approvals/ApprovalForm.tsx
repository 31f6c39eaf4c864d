import { Input } from "antd";
import { type ApprovalOwner, approvalRoutes } from "#shared/api/approvals.ts";
import { asId } from "#shared/kernel/id.ts";
import type { Approval } from "#shared/model/contract.ts";
import { useNotify } from "../../app/notify.ts";
import { useToday } from "../../app/status.ts";
import { useApiMutation } from "../../app/useApi.ts";
import { choices } from "../../components/choices.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../components/fields/Field.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useFormDraft } from "../../components/useFormDraft.ts";
import { Attachments } from "../attachments/Attachments.tsx";
import { approvalKindWords, draftOfApproval, newApproval } from "./approvalDraft.ts";

type Props = Readonly<{
  owner: ApprovalOwner;
  /** Null for a new one. */
  approval: Approval | null;
  onClose: () => void;
}>;

const schema = approvalRoutes["approvals.save"].input;

/** One approval. Once it is saved its papers can be added without leaving the form. */
export function ApprovalForm({ owner, approval, onClose }: Props) {
  const { done } = useNotify();
  const today = useToday();
  const form = useFormDraft({
    schema,
    start: () => (approval === null ? newApproval(owner, today) : draftOfApproval(approval)),
  });
  const { draft, change, problems } = form;
  const save = useApiMutation("approvals.save", {
    onSuccess: (saved) => {
      done(`${approvalKindWords[saved.kind]}已登记`);
      if (draft.id === null) form.restart(draftOfApproval(saved));
      else onClose();
    },
  });
  return (
    <FormDialog
      title={draft.id === null ? "登记审批" : `${approvalKindWords[draft.kind]} ${draft.documentNo}`}
      width={720}
      okText={draft.id === null ? "保存，接着添加附件" : "保存"}
      cancelText={draft.id === null || form.changed ? "取消" : "关闭"}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="类别">
          {() => (
            <Segments
              label="类别"
              value={draft.kind}
              options={choices(approvalKindWords)}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field label="审批（会议）日期" needed problem={problems.get("approvedOn")}>
          {(id) => (
            <DateInput id={id} value={draft.approvedOn} onChange={(approvedOn) => change({ approvedOn })} />
          )}
        </Field>
        <Field label="标题" needed wide problem={problems.get("title")}>
          {(id) => (
            <Input
              id={id}
              autoFocus
              placeholder="例如：关于大联动综合整治服务采购的会议纪要"
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="文号">
          {(id) => (
            <Input
              id={id}
              placeholder="例如：〔2022〕9号"
              value={draft.documentNo}
              onChange={(event) => change({ documentNo: event.target.value })}
            />
          )}
        </Field>
        <Field label="内容" wide note="议定事项和金额，供核对时查看。">
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={draft.content}
              onChange={(event) => change({ content: event.target.value })}
            />
          )}
        </Field>
      </FieldGroup>
      {draft.id === null ? null : (
        <Attachments
          owner={{ approvalId: asId(draft.id) }}
          kinds={draft.kind === "minutes" ? ["minutes", "other"] : ["approval", "other"]}
          autoFocus={approval === null}
        />
      )}
    </FormDialog>
  );
}
