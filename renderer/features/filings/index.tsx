import { Button } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { FormSubject } from "#shared/api/filings.ts";
import { type FormId, formKindOf } from "#shared/forms/formKinds.ts";
import type { FieldSource } from "#shared/forms/source.ts";
import { isIsoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { AsOfInput } from "../../components/AsOfInput.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Segments } from "../../components/Segments.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { BringPage } from "./bring/BringPage.tsx";
import { BroughtPage } from "./brought/BroughtPage.tsx";
import { CheckupPage } from "./check/CheckupPage.tsx";
import { ExportButtons } from "./ExportButtons.tsx";
import { PreviewDesk } from "./edit/PreviewDesk.tsx";
import { entryOf } from "./entries.ts";
import { FilingViews } from "./FilingViews.tsx";
import { listedForms, PaperList } from "./PaperList.tsx";
import { SubmitButton } from "./submit/SubmitButton.tsx";
import { FreezeButton } from "./versions/FreezeButton.tsx";
import { VersionsPage } from "./versions/VersionsPage.tsx";
import "./filings.css";

/** 申报: the papers of the year as they will be printed, what stands in the way, and the files. */
export function FilingsPage() {
  const { singleProject } = useScope();
  const view = useUrlState().get("view");
  if (view === "bring") return <BringPage project={singleProject} />;
  if (view === "brought") return <BroughtPage />;
  if (view === "check" && singleProject !== null)
    return <CheckupPage key={singleProject.id} project={singleProject} />;
  if (view === "versions" && singleProject !== null)
    return <VersionsPage key={singleProject.id} project={singleProject} />;
  return <Papers />;
}

function Papers() {
  const { singleProject, fiscalYear } = useScope();
  const url = useUrlState();
  const [params] = useSearchParams();
  const form = listedForms.find((id) => id === url.get("form")) ?? "narrative";
  const withForm = (id: FormId): string => {
    const next = new URLSearchParams(params);
    next.set("form", id);
    return next.toString();
  };
  return (
    <Page>
      <PageHeader
        title="申报"
        note={singleProject === null ? `${fiscalYear} 年度` : `${singleProject.name}，${fiscalYear} 年度`}
        actions={
          singleProject === null ? (
            <FilingViews />
          ) : (
            <>
              <FilingViews project={singleProject} />
              <Button onClick={() => url.set({ view: "versions" })}>版本</Button>
              <SubmitButton project={singleProject} />
            </>
          )
        }
      />
      <div className="jf-filings">
        <PaperList open={form} search={withForm} />
        {/* What is typed belongs to one paper of one project. */}
        <Paper key={`${form} ${singleProject?.id ?? fiscalYear}`} form={form} />
      </div>
    </Page>
  );
}

/** A paper of the year or of the project at the top of the window; one of a project asks for it first. */
function Paper({ form }: Readonly<{ form: FormId }>) {
  const { scope, project, singleProject, projects, fiscalYear } = useScope();
  if (formKindOf(form).about === "year")
    return <Filing form={form} subject={scope} of={project?.name ?? ""} />;
  if (singleProject !== null)
    return <Filing form={form} subject={{ projectId: asId(singleProject.id) }} of={singleProject.name} />;
  return (
    <EmptyState title={projects.length === 0 ? `${fiscalYear} 年度还没有项目` : "请先选择项目"}>
      {projects.length === 0
        ? "先在“项目”里建一个项目。"
        : "这张材料按项目打印，请在窗口上方选择一个项目（Ctrl+J）。"}
    </EmptyState>
  );
}

type Props = Readonly<{
  form: FormId;
  subject: FormSubject;
  /** The project's name, or nothing for all of them. */
  of: string;
}>;

function Filing({ form, subject, of }: Props) {
  const { fiscalYear } = useScope();
  const url = useUrlState();
  const asked = url.get("asOf");
  const { title, about } = formKindOf(form);
  const asOf = about === "year" && asked !== null && isIsoDate(asked) ? asked : null;
  const preview = useApi("filings.preview", { form, subject, asOf });
  const Entry = entryOf(form);
  const [wanted, setWanted] = useState<FieldSource | null>(null);
  const isFilledIn = Entry !== undefined && "projectId" in subject && url.get("shown") !== "preview";
  return (
    <div className="jf-filing-main">
      <div className="jf-tools">
        {about === "year" ? (
          <AsOfInput value={preview.data?.asOf ?? asOf} onChange={(day) => url.set({ asOf: day })} />
        ) : preview.data?.findings.length === 0 ? (
          <span className="jf-soft">没有妨碍导出的问题</span>
        ) : null}
        <span className="jf-spacer" />
        {Entry === undefined ? null : (
          <Segments
            label="填写或预览"
            value={isFilledIn ? "entry" : "preview"}
            disabled={false}
            options={[
              { value: "entry", label: "填写" },
              { value: "preview", label: "预览" },
            ]}
            onChange={(shown) => url.set({ shown })}
          />
        )}
        <FreezeButton form={form} subject={subject} asOf={asOf} />
        <ExportButtons form={form} subject={subject} name={`${of}${fiscalYear}年度${title}`} asOf={asOf} />
      </div>
      {isFilledIn && subject.projectId !== null ? (
        <Entry projectId={subject.projectId} wanted={wanted} onArrived={() => setWanted(null)} />
      ) : (
        <Loaded query={preview}>
          {(answer) => (
            <PreviewDesk
              preview={answer}
              subject={subject}
              onEntry={(source) => {
                setWanted(source);
                url.set({ shown: null });
              }}
            />
          )}
        </Loaded>
      )}
    </div>
  );
}
