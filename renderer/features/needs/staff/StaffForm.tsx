import { Button, Input } from "antd";
import { useState } from "react";
import { needRoutes } from "#shared/api/needs.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Staff } from "#shared/model/need.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { noProblems, problemsOf } from "../../../components/fields/problems.ts";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";

const schema = needRoutes["staff.save"].input;

type Draft = Omit<Staff, "id" | "voidedAt" | "voidReason"> & Readonly<{ id: Id | null }>;

const blank: Draft = {
  id: null,
  staffNo: "",
  name: "",
  post: "",
  size: "",
  joinedOn: null,
  leftOn: null,
  note: "",
};

function draftOf({ id, staffNo, name, post, size, joinedOn, leftOn, note }: Staff): Draft {
  return { id, staffNo, name, post, size, joinedOn, leftOn, note };
}

/** One person of the staff list. */
export function StaffForm({ person, onClose }: Readonly<{ person: Staff | null; onClose: () => void }>) {
  const { done } = useNotify();
  const [first] = useState<Draft>(() => (person === null ? blank : draftOf(person)));
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const parsed = schema.safeParse(draft);
  const problems = tried ? problemsOf(schema, draft) : noProblems;
  const save = useApiMutation("staff.save", {
    onSuccess: () => {
      done(`${draft.name}已保存`);
      onClose();
    },
  });
  const drop = useApiMutation("staff.void", {
    onSuccess: () => {
      done(`${draft.name}已作废`);
      onClose();
    },
  });
  const submit = () => {
    setTried(true);
    if (parsed.success) save.mutate(parsed.data);
  };
  const text = (key: "staffNo" | "name" | "post" | "size", label: string) => (
    <Field label={label} needed={key === "name"} problem={problems.get(key)}>
      {(id) => (
        <Input
          id={id}
          autoFocus={key === "staffNo"}
          value={draft[key]}
          onChange={(event) => change({ [key]: event.target.value })}
          onPressEnter={submit}
        />
      )}
    </Field>
  );
  if (voiding && person !== null)
    return (
      <ReasonDialog
        title={`作废 ${person.name}`}
        text="只用于登记错的人；离职的请填写离职日期。已有发放记录的不能作废。"
        action="作废"
        label="作废原因"
        pending={drop.isPending}
        onConfirm={(reason) => drop.mutate({ id: person.id, reason })}
        onCancel={() => setVoiding(false)}
      />
    );
  return (
    <FormDialog
      title={person === null ? "登记人员" : `人员 ${person.name}`}
      width={520}
      pending={save.isPending}
      changed={draft !== first}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldGroup>
        {text("staffNo", "工号")}
        {text("name", "姓名")}
        {text("post", "岗位")}
        {text("size", "尺码")}
        <Field label="入职日期" problem={problems.get("joinedOn")}>
          {(id) => <DateInput id={id} value={draft.joinedOn} onChange={(joinedOn) => change({ joinedOn })} />}
        </Field>
        <Field label="离职日期" note="最后在职的一天" problem={problems.get("leftOn")}>
          {(id) => <DateInput id={id} value={draft.leftOn} onChange={(leftOn) => change({ leftOn })} />}
        </Field>
        <Field label="备注" wide>
          {(id) => (
            <Input id={id} value={draft.note} onChange={(event) => change({ note: event.target.value })} />
          )}
        </Field>
      </FieldGroup>
      {person === null ? null : (
        <Button type="text" size="small" danger onClick={() => setVoiding(true)}>
          登记错了，作废…
        </Button>
      )}
    </FormDialog>
  );
}
