import { Checkbox, Input } from "antd";
import { useState } from "react";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import type { SubmissionPaper, SubmissionPreview } from "#shared/api/submissions.ts";
import { type Occasion, occasionIds, occasions } from "#shared/filings/occasions.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../../app/client.ts";
import { usePrintable } from "../../../app/missingCharacters.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApi } from "../../../app/useApi.ts";
import { useLongWork } from "../../../app/useLongWork.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { ProgressPanel } from "../../../components/ProgressPanel.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { CheckupList } from "../check/CheckupList.tsx";
import { submissionDraft } from "./submissionDraft.ts";
import "../versions/versions.css";

type Props = Readonly<{ project: ProjectChoice; onClose: () => void }>;

/** What goes out, what stands in its way, and then in one act: versions in the ledger, folder and zip on the disk. */
export function SubmitDialog({ project, onClose }: Props) {
  const projectId = asId(project.id);
  const preview = useApi("filings.submitPreview", { projectId });
  const work = useLongWork();
  const printable = usePrintable();
  const notify = useNotify();
  const report = useReportError();
  const [occasion, setOccasion] = useState<Occasion | null>(null);
  const [said, setSaid] = useState<ReadonlyMap<FormId, boolean>>(new Map());
  const [title, setTitle] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const answer = preview.data;
  const draft = submissionDraft(answer, { occasion, said, title });
  const blocking = answer?.checkup.blocking ?? 0;

  const submit = async () => {
    if (draft.title.trim() === "") return;
    const folder = await request("shell.pickFolder", {});
    if (folder === null) return;
    const { forms } = draft;
    const input = { projectId, forms, title: draft.title.trim(), note: note.trim(), folder: folder.file };
    const done = await work.run(
      "正在报送",
      (options) =>
        printable((allowMissing) => request("filings.package", { ...input, allowMissing }, options)),
      true,
    );
    if (done === undefined) return;
    const fresh = done.papers.filter(({ isNew }) => isNew).length;
    notify.done(
      `已报送：${done.folderName}，${fresh} 份留存了新版本，${done.papers.length - fresh} 份没有变化`,
    );
    onClose();
  };
  return (
    <FormDialog
      title={`报送：${project.name}，${project.fiscalYear} 年度`}
      width={1000}
      okText="报送"
      pending={work.running !== null}
      ready={answer !== undefined && blocking === 0 && draft.forms.length > 0}
      changed={false}
      problem={
        blocking > 0
          ? `有 ${blocking} 个问题妨碍报送，请先改正或写明理由认可`
          : answer !== undefined && draft.forms.length === 0
            ? "请至少选一份材料"
            : ""
      }
      onSubmit={() => void submit().catch(report)}
      onClose={onClose}
    >
      <FieldGroup columns={2}>
        <Field
          label="报送名称"
          needed
          problem={answer !== undefined && draft.title.trim() === "" ? "请填写报送名称" : undefined}
        >
          {(id) => (
            <Input id={id} autoFocus value={draft.title} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label="说明">
          {(id) => <Input id={id} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </FieldGroup>
      <Loaded query={preview}>
        {(loaded) => (
          <>
            <div className="jf-submit-occasion">
              <span className="jf-soft">报送事项</span>
              <Segments<Occasion>
                label="报送事项"
                disabled={false}
                value={draft.occasion}
                options={occasionIds.map((value) => ({ value, label: occasions[value] }))}
                onChange={(value) => {
                  setOccasion(value);
                  setSaid(new Map());
                  setTitle(null);
                }}
              />
            </div>
            <Papers
              papers={loaded.papers}
              forms={draft.forms}
              onToggle={(form, take) => setSaid(new Map([...said, [form, take]]))}
            />
            <Findings preview={loaded} />
          </>
        )}
      </Loaded>
      <ProgressPanel work={work} />
    </FormDialog>
  );
}

type PapersProps = Readonly<{
  papers: readonly SubmissionPaper[];
  forms: readonly FormId[];
  onToggle: (form: FormId, take: boolean) => void;
}>;

const standing = ({ latestNo, isSame }: SubmissionPaper): string =>
  latestNo === null ? "首次" : isSame ? `与第 ${latestNo} 版一样` : `第 ${latestNo} 版之后有改动`;

const Papers = ({ papers, forms, onToggle }: PapersProps) => (
  <fieldset className="jf-submit-papers" aria-label="材料">
    {papers.map((paper) => (
      <Checkbox
        key={paper.form}
        checked={forms.includes(paper.form)}
        onChange={(event) => onToggle(paper.form, event.target.checked)}
      >
        {paper.title} <span className="jf-faint">{standing(paper)}</span>
      </Checkbox>
    ))}
  </fieldset>
);

/** The same list as on 申报体检. The decision on a finding is a form of its own: its keys are not those of the dialog. */
const Findings = ({ preview: { checkup } }: Readonly<{ preview: SubmissionPreview }>) => (
  <section
    className="jf-submit-findings"
    aria-label="体检结果"
    onKeyDown={(event) => event.key === "Enter" && event.stopPropagation()}
    onInput={(event) => event.stopPropagation()}
  >
    <CheckupList checkup={checkup} />
  </section>
);
