import { Checkbox, Input } from "antd";
import { useState } from "react";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import type { SubmissionPaper, SubmissionPreview } from "#shared/api/submissions.ts";
import type { FormId } from "#shared/forms/formKinds.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../../app/client.ts";
import { useNotify } from "../../../app/notify.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApi } from "../../../app/useApi.ts";
import { useLongWork } from "../../../app/useLongWork.ts";
import { FindingList } from "../../../components/FindingList.tsx";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { ProgressPanel } from "../../../components/ProgressPanel.tsx";
import "../versions/versions.css";

type Props = Readonly<{ project: ProjectChoice; onClose: () => void }>;

/** What goes out, what stands in its way, and then in one act: versions in the ledger, folder and zip on the disk. */
export function SubmitDialog({ project, onClose }: Props) {
  const projectId = asId(project.id);
  const preview = useApi("filings.submitPreview", { projectId });
  const work = useLongWork();
  const notify = useNotify();
  const report = useReportError();
  const [left, setLeft] = useState<ReadonlySet<FormId>>(new Set());
  const [title, setTitle] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const answer = preview.data;
  const shownTitle = title ?? answer?.suggestedTitle ?? "";
  const forms = answer?.papers.map(({ form }) => form).filter((form) => !left.has(form)) ?? [];
  const blocking = answer?.blocking ?? 0;

  const submit = async () => {
    if (shownTitle.trim() === "") return;
    const folder = await request("shell.pickFolder", {});
    if (folder === null) return;
    const input = { projectId, forms, title: shownTitle.trim(), note: note.trim(), folder: folder.file };
    const done = await work.run("正在报送", (options) => request("filings.package", input, options), true);
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
      width={860}
      okText="报送"
      pending={work.running !== null}
      ready={answer !== undefined && blocking === 0 && forms.length > 0}
      changed={false}
      problem={
        blocking > 0
          ? `有 ${blocking} 个问题妨碍报送，请先改正或写明理由认可`
          : answer !== undefined && forms.length === 0
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
          problem={answer !== undefined && shownTitle.trim() === "" ? "请填写报送名称" : undefined}
        >
          {(id) => (
            <Input id={id} autoFocus value={shownTitle} onChange={(event) => setTitle(event.target.value)} />
          )}
        </Field>
        <Field label="说明">
          {(id) => <Input id={id} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </FieldGroup>
      <Loaded query={preview}>
        {(loaded) => (
          <>
            <Papers
              papers={loaded.papers}
              left={left}
              onToggle={(form, take) =>
                setLeft(take ? new Set([...left].filter((one) => one !== form)) : new Set([...left, form]))
              }
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
  left: ReadonlySet<FormId>;
  onToggle: (form: FormId, take: boolean) => void;
}>;

const standing = ({ latestNo, isSame }: SubmissionPaper): string =>
  latestNo === null ? "首次" : isSame ? `与第 ${latestNo} 版一样` : `第 ${latestNo} 版之后有改动`;

const Papers = ({ papers, left, onToggle }: PapersProps) => (
  <fieldset className="jf-submit-papers" aria-label="材料">
    {papers.map((paper) => (
      <Checkbox
        key={paper.form}
        checked={!left.has(paper.form)}
        onChange={(event) => onToggle(paper.form, event.target.checked)}
      >
        {paper.title} <span className="jf-faint">{standing(paper)}</span>
      </Checkbox>
    ))}
  </fieldset>
);

/** The decision on a finding is a form of its own: its keys are not those of the dialog. */
function Findings({ preview: { findings } }: Readonly<{ preview: SubmissionPreview }>) {
  const blocking = findings.filter(({ severity }) => severity === "block");
  const open = findings.filter(({ state, severity }) => state === "open" && severity !== "block").length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the forms inside
    <div
      className="jf-submit-findings"
      onKeyDown={(event) => event.key === "Enter" && event.stopPropagation()}
      onInput={(event) => event.stopPropagation()}
    >
      <FindingList findings={blocking} none="没有妨碍报送的问题。" />
      {open === 0 ? null : <p className="jf-faint">另有 {open} 条警告和提示，会写进体检报告，不妨碍报送。</p>}
    </div>
  );
}
