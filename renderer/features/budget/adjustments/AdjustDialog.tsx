import { Input } from "antd";
import { useState } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { useNotify } from "../../../app/notify.ts";
import { useToday } from "../../../app/status.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { AdjustTable } from "./AdjustTable.tsx";
import { type Deltas, deltaSum, shiftProblem, shiftsOf } from "./adjustDraft.ts";

type Props = Readonly<{ detail: ProjectDetail; onClose: () => void }>;

/** 预算调剂: what some lines get others give, with the paper that allows it. */
export function AdjustDialog({ detail: { project, budgetLines }, onClose }: Props) {
  const today = useToday();
  const notify = useNotify();
  const [deltas, setDeltas] = useState<Deltas>(new Map());
  const [adjustedOn, setDay] = useState<IsoDate | null>(today);
  const [reason, setReason] = useState("");
  const [documentNo, setDocumentNo] = useState("");
  const adjust = useApiMutation("projects.adjust", {
    onSuccess: () => {
      notify.done("已调剂");
      onClose();
    },
  });
  const [tried, setTried] = useState(false);
  const wrongShift = shiftProblem(budgetLines, deltas);
  const submit = () => {
    setTried(true);
    if (wrongShift !== undefined || adjustedOn === null || reason.trim() === "") return;
    adjust.mutate({
      projectId: project.id,
      adjustedOn,
      reason: reason.trim(),
      documentNo: documentNo.trim(),
      lines: [...shiftsOf(deltas)],
    });
  };
  const said = (isWrong: boolean, text: string) => (tried && isWrong ? text : undefined);
  return (
    <FormDialog
      title="预算调剂"
      okText="调剂"
      width={760}
      pending={adjust.isPending}
      changed={shiftsOf(deltas).length > 0}
      problem={tried ? (wrongShift ?? "") : ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={tried && wrongShift !== undefined ? "jf-field-wrong" : undefined}>
        <AdjustTable
          lines={budgetLines}
          deltas={deltas}
          onChange={(id, value) => setDeltas((now) => new Map(now).set(id, value ?? zeroCents))}
        />
      </div>
      <p className="jf-adjust-sum" role="status">
        {wrongShift ?? `增减合计 ${formatYuan(deltaSum(deltas))}，可以调剂。`}
      </p>
      <FieldGroup columns={3}>
        <Field
          label="调剂日期"
          needed
          note="从这一天起按调剂后的预算控制"
          problem={said(adjustedOn === null, "请填写调剂日期")}
        >
          {(id) => <DateInput id={id} value={adjustedOn} onChange={setDay} />}
        </Field>
        <Field label="批准文号" note="会议纪要、批文的文号；扫描件放在“附件”里">
          {(id) => (
            <Input id={id} value={documentNo} onChange={(event) => setDocumentNo(event.target.value)} />
          )}
        </Field>
        <Field label="原因" needed problem={said(reason.trim() === "", "请写明原因")}>
          {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
