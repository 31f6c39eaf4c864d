import { type ReactNode, useId } from "react";
import { errorText } from "../../app/errorText.ts";
import "./autosave.css";
import type { FieldState } from "./draft.ts";
import type { AutoSave } from "./useAutoSave.ts";

type Edit<Value> = Readonly<{
  /** For text as it is typed. */
  type: (value: Value) => void;
  /** For a choice, or a value that its field hands over when it is left. */
  choose: (value: Value) => void;
}>;

type Props<Fields, Key extends keyof Fields> = Readonly<{
  form: AutoSave<Fields>;
  name: Key;
  label: string;
  /** Behind the label: a unit or a short explanation. */
  note?: ReactNode;
  wide?: boolean;
  children: (control: Readonly<{ id: string; value: Fields[Key] }>, edit: Edit<Fields[Key]>) => ReactNode;
}>;

/** A labelled field that says whether what stands in it is saved, and takes the last edit back. */
export function SavedField<Fields extends object, Key extends keyof Fields>({
  form,
  name,
  label,
  note,
  wide,
  children,
}: Props<Fields, Key>) {
  const id = useId();
  const put = (value: Fields[Key]): Partial<Fields> => {
    const changes: Partial<Fields> = {};
    changes[name] = value;
    return changes;
  };
  return (
    <fieldset className={wide ? "jf-saved jf-saved-wide" : "jf-saved"} onBlur={form.commit}>
      <div className="jf-saved-head">
        <label htmlFor={id}>{label}</label>
        {note === undefined ? null : <span className="jf-faint">{note}</span>}
        <span className="jf-spacer" />
        <SaveSign form={form} name={name} />
      </div>
      {children(
        { id, value: form.values[name] },
        { type: (value) => form.type(put(value)), choose: (value) => form.choose(put(value)) },
      )}
    </fieldset>
  );
}

const signs: Readonly<Record<FieldState, string>> = {
  same: "",
  unsaved: "未保存",
  saving: "正在保存",
  saved: "已保存",
  failed: "没有保存",
};

function SaveSign<Fields extends object>({
  form,
  name,
}: Readonly<{ form: AutoSave<Fields>; name: keyof Fields }>) {
  const state = form.stateOf(name);
  const failed = state === "failed";
  const why = failed ? errorText(form.failure) : undefined;
  return (
    <span className={failed ? "jf-sign jf-sign-failed" : "jf-sign"} role="status">
      <span title={why === undefined ? undefined : `${why.message}${why.hint ?? ""}`}>
        {why === undefined ? signs[state] : `${signs.failed}：${why.message}`}
      </span>
      {failed ? (
        <button type="button" className="jf-plain jf-link" onClick={form.commit}>
          重试
        </button>
      ) : null}
      {form.canUndo(name) ? (
        <button type="button" className="jf-plain jf-link" onClick={() => form.undo(name)}>
          撤销
        </button>
      ) : null}
    </span>
  );
}

/** One sign for a whole record, where its fields have no room for their own. */
export function RecordSign<Fields extends object>({ form }: Readonly<{ form: AutoSave<Fields> }>) {
  if (form.failure !== null) {
    const { message, hint } = errorText(form.failure);
    return (
      <span className="jf-sign jf-sign-failed" role="status" title={hint}>
        {signs.failed}：{message}
        <button type="button" className="jf-plain jf-link" onClick={form.commit}>
          重试
        </button>
      </span>
    );
  }
  const text = form.saving ? signs.saving : form.dirty ? signs.unsaved : "";
  return (
    <span className="jf-sign" role="status">
      {text}
    </span>
  );
}
