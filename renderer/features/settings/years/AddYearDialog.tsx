import { Input } from "antd";
import { useState } from "react";
import type { YearView } from "#shared/api/years.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { useNotify } from "../../../app/notify.ts";
import { useScope } from "../../../app/scope.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { nextYear, yearProblem } from "./yearWords.ts";

type Props = Readonly<{ years: readonly YearView[]; onClose: () => void }>;

/** A new budget year becomes the one at the top of the window. */
export function AddYearDialog({ years, onClose }: Props) {
  const [text, setText] = useState(String(nextYear(years)));
  const [paymentCutoff, setCutoff] = useState<IsoDate | null>(null);
  const { setYear } = useScope();
  const notify = useNotify();
  const year = Number(text);
  const problem = yearProblem(text, years);
  const add = useApiMutation("years.add", {
    onSuccess: () => {
      notify.done(`已新增 ${year} 年度`);
      setYear(year);
      onClose();
    },
  });
  return (
    <FormDialog
      title="新增预算年度"
      okText="新增"
      width={460}
      pending={add.isPending}
      changed={paymentCutoff !== null}
      onSubmit={() => {
        if (problem === undefined) add.mutate({ year, paymentCutoff });
      }}
      onClose={onClose}
    >
      <FieldGroup>
        <Field label="年度" needed problem={problem}>
          {(id) => <Input id={id} autoFocus value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <Field label="支付截止日" note="财政部门通知后再填也可以">
          {(id) => <DateInput id={id} value={paymentCutoff} onChange={setCutoff} />}
        </Field>
      </FieldGroup>
    </FormDialog>
  );
}
