import { Button, Input } from "antd";
import { useState } from "react";
import { needRoutes } from "#shared/api/needs.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Staff } from "#shared/model/need.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { useFormDraft } from "../../../components/useFormDraft.ts";
import { VoidDialog } from "../../../components/VoidDialog.tsx";

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
  const form = useFormDraft({ schema, start: () => (person === null ? blank : draftOf(person)) });
  const { draft, change, problems } = form;
  const [voiding, setVoiding] = useState(false);
  const save = useApiMutation("staff.save", {
    onSuccess: () => {
      done(`${draft.name}已保存`);
      onClose();
    },
  });
  const text = (key: "staffNo" | "name" | "post" | "size", label: string) => (
    <Field label={label} needed={key === "name"} problem={problems.get(key)}>
      {(id) => (
        <Input
          id={id}
          autoFocus={key === "staffNo"}
          value={draft[key]}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  if (voiding && person !== null)
    return (
      <VoidDialog
        route="staff.void"
        id={person.id}
        name={person.name}
        text="只用于登记错的人；离职的请填写离职日期。已有发放记录的不能作废。"
        onVoided={onClose}
        onClose={() => setVoiding(false)}
      />
    );
  return (
    <FormDialog
      title={person === null ? "登记人员" : `人员 ${person.name}`}
      width={520}
      pending={save.isPending}
      changed={form.changed}
      onSubmit={form.submit(save.mutate)}
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
