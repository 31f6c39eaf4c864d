import { Button, Tabs } from "antd";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { type FormId, formIds, formKinds } from "#shared/forms/formKinds.ts";
import { isProse } from "#shared/forms/prose.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FormPreview } from "../../components/FormPreview.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { ProsePreview } from "../../components/ProsePreview.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { BringPage } from "./bring/BringPage.tsx";
import { CheckupPage } from "./check/CheckupPage.tsx";
import { ExportButtons } from "./ExportButtons.tsx";
import { FilingFindings } from "./FilingFindings.tsx";
import { FilingViews } from "./FilingViews.tsx";
import { SubmitButton } from "./submit/SubmitButton.tsx";
import { VersionsPage } from "./versions/VersionsPage.tsx";
import "./filings.css";

/** 申报: the sheets of a project as they will be printed, what stands in the way, and the files. */
export function FilingsPage() {
  const { singleProject, projects, fiscalYear } = useScope();
  const view = useUrlState().get("view");
  if (view === "bring") return <BringPage project={singleProject} />;
  if (view === "check" && singleProject !== null)
    return <CheckupPage key={singleProject.id} project={singleProject} />;
  if (view === "versions" && singleProject !== null)
    return <VersionsPage key={singleProject.id} project={singleProject} />;
  if (singleProject !== null) return <Filing key={singleProject.id} project={singleProject} />;
  return (
    <Page>
      <PageHeader title="申报" note={`${fiscalYear} 年度`} actions={<FilingViews />} />
      <EmptyState title={projects.length === 0 ? `${fiscalYear} 年度还没有项目` : "请先选择项目"}>
        {projects.length === 0
          ? "先在“项目”里建一个项目。"
          : "申报材料按项目打印，请在窗口上方选择一个项目（Ctrl+J）。"}
      </EmptyState>
    </Page>
  );
}

function Filing({ project }: Readonly<{ project: ProjectChoice }>) {
  const url = useUrlState();
  const form: FormId = formIds.find((id) => id === url.get("form")) ?? "narrative";
  const projectId = asId(project.id);
  const preview = useApi("filings.preview", { form, subject: { projectId } });
  return (
    <Page>
      <PageHeader
        title="申报"
        note={`${project.name}，${project.fiscalYear} 年度`}
        actions={
          <>
            {form !== "schedule" && preview.data?.findings.length === 0 ? (
              <span className="jf-soft">没有妨碍导出的问题</span>
            ) : null}
            <FilingViews project={project} />
            <ExportButtons form={form} project={project} />
            <Button disabled={false} onClick={() => url.set({ view: "versions" })}>
              版本
            </Button>
            <SubmitButton project={project} />
          </>
        }
      />
      <Tabs
        activeKey={form}
        onChange={(key) => url.set({ form: key })}
        items={formIds.map((key) => ({ key, label: formKinds[key].title }))}
      />
      <Loaded query={preview}>
        {(answer) => (
          <div className={answer.findings.length === 0 ? "jf-filing" : "jf-filing jf-filing-checked"}>
            {isProse(answer.form) ? <ProsePreview prose={answer.form} /> : <FormPreview form={answer.form} />}
            {answer.findings.length === 0 ? null : <FilingFindings findings={answer.findings} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
