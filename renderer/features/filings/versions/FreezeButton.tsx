import { Button, Input } from "antd";
import { useState } from "react";
import type { FormSubject } from "#shared/api/filings.ts";
import { type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import { usePrintable } from "../../../app/missingCharacters.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field } from "../../../components/fields/Field.tsx";
import "./versions.css";
import { whyNotFrozen } from "./whyNotFrozen.ts";

type Props = Readonly<{ form: FormId; subject: FormSubject; asOf: IsoDate | null }>;

/** 定稿: keeps the paper that is shown as a version, without handing anything in. A closed year may still do so. */
export function FreezeButton({ form, subject, asOf }: Props) {
  const [open, setOpen] = useState(false);
  const whyNot = whyNotFrozen(subject, asOf);
  const projectId = "projectId" in subject ? subject.projectId : null;
  return (
    <>
      <Button
        disabled={whyNot !== undefined}
        title={whyNot ?? "留存为一个版本，以后不再变"}
        onClick={() => setOpen(true)}
      >
        定稿
      </Button>
      {open && projectId !== null ? (
        <FreezeDialog projectId={projectId} form={form} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

type DialogProps = Readonly<{ projectId: Id; form: FormId; onClose: () => void }>;

function FreezeDialog({ projectId, form, onClose }: DialogProps) {
  const { title } = formKindOf(form);
  const notify = useNotify();
  const [note, setNote] = useState("");
  const printable = usePrintable();
  const report = useReportError();
  const freeze = useApiMutation("filings.freeze", {
    quiet: true,
    onSuccess: ({ versionNo, isNew }) => {
      notify.done(
        isNew
          ? `《${title}》已定稿为第 ${versionNo} 版`
          : `《${title}》与第 ${versionNo} 版一样，没有新增版本`,
      );
      onClose();
    },
  });
  const keep = () =>
    printable((allowMissing) =>
      freeze.mutateAsync({ projectId, form, note: note.trim(), allowMissing }),
    ).catch(report);
  return (
    <FormDialog
      title={`定稿：${title}`}
      width={480}
      okText="定稿"
      pending={freeze.isPending}
      changed={false}
      onSubmit={() => void keep()}
      onClose={onClose}
    >
      <p className="jf-soft jf-freeze-note">
        《{title}》现在的内容连同各种格式的文件留存为一个版本，之后的修改不影响它，随时可以原样取出、比较。
      </p>
      <Field label="说明">
        {(id) => (
          <Input
            id={id}
            autoFocus
            placeholder="例如：报街道办公会审议"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
