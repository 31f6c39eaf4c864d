import { LeftOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { Link } from "react-router";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import type { PaperVersions, VersionFile, VersionList, VersionView } from "#shared/api/submissions.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../../app/client.ts";
import { useNotify } from "../../../app/notify.ts";
import { openCopy } from "../../../app/openCopy.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApi } from "../../../app/useApi.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Page, Section } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { RowButton } from "../../../components/RowButton.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { SubmitButton } from "../submit/SubmitButton.tsx";
import { DifferenceView } from "./DifferenceView.tsx";
import "./versions.css";

/** 版本: what was frozen and handed in, and how any two versions of a paper differ. */
export function VersionsPage({ project }: Readonly<{ project: ProjectChoice }>) {
  const list = useApi("filings.versions", { projectId: asId(project.id) });
  return (
    <Page>
      <PageHeader
        before={
          <Link to="/filings" className="jf-back" title="申报材料">
            <LeftOutlined /> 申报
          </Link>
        }
        title="版本"
        note={`${project.name}，${project.fiscalYear} 年度`}
        actions={<SubmitButton project={project} primary />}
      />
      <Loaded query={list}>
        {(answer) =>
          answer.papers.length === 0 ? (
            <EmptyState title="还没有留存的版本">
              报送时，每份材料都会留存一个版本：文件原样保存，以后随时取出，也能比较改了哪里。
            </EmptyState>
          ) : (
            <Versions list={answer} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Versions({ list }: Readonly<{ list: VersionList }>) {
  const url = useUrlState();
  const paper = list.papers.find(({ form }) => form === url.get("paper")) ?? list.papers[0];
  const compare = (chosen: PaperVersions, from: VersionView, to: VersionView | null) =>
    url.set({ paper: chosen.form, from: from.id, to: to?.id ?? null });
  return (
    <div className="jf-versions">
      <div>
        {list.papers.map((one) => (
          <Paper key={one.form} paper={one} onCompare={compare} />
        ))}
        <Submissions list={list} />
      </div>
      {paper === undefined ? null : <Comparison key={paper.form} paper={paper} onCompare={compare} />}
    </div>
  );
}

type Compare = (paper: PaperVersions, from: VersionView, to: VersionView | null) => void;

function Paper({ paper, onCompare }: Readonly<{ paper: PaperVersions; onCompare: Compare }>) {
  const { title, versions, changedSince } = paper;
  return (
    <Section title={title} {...(changedSince === true ? { note: "之后有改动" } : {})}>
      <table className="jf-version-list">
        <tbody>
          {versions.map((version, index) => {
            const earlier = versions[index + 1];
            const name = `${title} 第${version.versionNo}版`;
            return (
              <tr key={version.id}>
                <td>
                  第 {version.versionNo} 版
                  <div className="jf-soft">
                    <InstantText value={version.frozenAt} /> {version.frozenBy}
                  </div>
                  <div className="jf-faint">
                    {[version.submissionTitle ?? "", version.note].filter((part) => part !== "").join("，")}
                  </div>
                </td>
                <td>
                  {version.files.map((file) => (
                    <OpenFile key={file.id} file={file} of={name} />
                  ))}
                  {index === 0 && changedSince !== null ? (
                    <RowButton word="与现在比较" of={name} onClick={() => onCompare(paper, version, null)} />
                  ) : null}
                  {earlier === undefined ? null : (
                    <RowButton
                      word="与上一版比较"
                      of={name}
                      onClick={() => onCompare(paper, earlier, version)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

const formatWords = { xlsx: "Excel", pdf: "PDF", docx: "Word" } as const;

/** Opens a copy that is only looked at. */
function OpenFile({ file, of }: Readonly<{ file: VersionFile; of: string }>) {
  const report = useReportError();
  const open = () =>
    openCopy(file.fileName, file.format, (copy) =>
      request("filings.versionFile", { fileId: file.id, file: copy }),
    );
  return <RowButton word={formatWords[file.format]} of={of} onClick={() => void open().catch(report)} />;
}

function Comparison({ paper, onCompare }: Readonly<{ paper: PaperVersions; onCompare: Compare }>) {
  const url = useUrlState();
  const { versions, title, changedSince } = paper;
  const [latest] = versions;
  const from = versions.find(({ id }) => id === url.get("from")) ?? versions[1] ?? latest;
  const wanted = versions.find(({ id }) => id === url.get("to"));
  const to = wanted ?? (changedSince === null ? latest : undefined);
  const input = { fromId: asId(from?.id ?? ""), toId: to?.id ?? null };
  const comparison = useApi("filings.difference", input, { enabled: from !== undefined });
  const options = versions.map(({ id, versionNo }) => ({ value: id as string, label: `第 ${versionNo} 版` }));
  const now = changedSince === null ? [] : [{ value: "", label: "现在的账本" }];
  const versionOf = (id: string) => versions.find((version) => version.id === id) ?? null;
  if (from === undefined) return null;
  return (
    <section aria-label="比较">
      <div className="jf-version-choice">
        <b>{title}</b>
        <Select
          aria-label="原来的版本"
          value={from.id as string}
          options={options}
          onChange={(id) => onCompare(paper, versionOf(id) ?? from, to ?? null)}
        />
        <span className="jf-soft">与</span>
        <Select
          aria-label="后来的版本"
          value={(to?.id as string | undefined) ?? ""}
          options={[...options, ...now]}
          onChange={(id) => onCompare(paper, from, versionOf(id))}
        />
      </div>
      <Loaded query={comparison}>{(answer) => <DifferenceView comparison={answer} />}</Loaded>
    </section>
  );
}

function Submissions({ list: { submissions } }: Readonly<{ list: VersionList }>) {
  const notify = useNotify();
  const report = useReportError();
  const again = async (submissionId: (typeof submissions)[number]["id"]) => {
    const folder = await request("shell.pickFolder", {});
    if (folder === null) return;
    const { folderName } = await request("filings.packageAgain", { submissionId, folder: folder.file });
    notify.done(`已重新写出“${folderName}”`);
  };
  if (submissions.length === 0) return null;
  return (
    <Section title="报送">
      <table className="jf-version-list">
        <tbody>
          {submissions.map((row) => (
            <tr key={row.id}>
              <td>
                {row.title}
                <div className="jf-soft">
                  <InstantText value={row.submittedAt} /> {row.submittedBy}，{row.papers.length} 份材料
                  {row.accepted === 0 ? "" : `，认可 ${row.accepted} 个问题`}
                </div>
                {row.note === "" ? null : <div className="jf-faint">{row.note}</div>}
              </td>
              <td>
                <Button size="small" onClick={() => void again(row.id).catch(report)}>
                  再次导出
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
