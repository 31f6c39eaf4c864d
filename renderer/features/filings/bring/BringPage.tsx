import { useState } from "react";
import type { ApiOutput } from "#shared/api/contract.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { asId } from "#shared/kernel/id.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { DropZone } from "../../../components/DropZone.tsx";
import { FilePick } from "../../../components/FilePick.tsx";
import { Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { BackToFilings } from "../FilingViews.tsx";
import { BroughtResult } from "./BroughtResult.tsx";
import { PasteStep } from "./PasteStep.tsx";
import { ReadStep } from "./ReadStep.tsx";
import type { BringSource } from "./spots.ts";
import "./bring.css";

const papers = /\.(docx|xlsx|pdf|txt)$/i;

/** 带入材料: a paper of an earlier year or another program is read, looked at beside what was read, and taken over. */
export function BringPage({ project }: Readonly<{ project: ProjectChoice | null }>) {
  const [source, setSource] = useState<BringSource | null>(null);
  const [result, setResult] = useState<ApiOutput<"filings.bring"> | null>(null);
  const read = useApiMutation("filings.previewBring", { changes: false });
  const take = (given: BringSource) => {
    setSource(given);
    setResult(null);
    read.mutate({ source: given, projectId: project === null ? null : asId(project.id) });
  };
  const preview = read.data;
  const isRead = source !== null && preview !== undefined && !read.isPending;
  return (
    <DropZone hint="松开鼠标，读取这份材料" accepts={papers} onDrop={({ file }) => take({ file })}>
      <Page>
        <PageHeader
          before={<BackToFilings />}
          title="带入材料"
          note={
            isRead
              ? `${preview.fileName === "" ? "粘贴的内容" : preview.fileName}，读出 ${preview.papers.length} 份材料`
              : "上年的申报表、填报表、情况说明"
          }
          actions={
            <FilePick purpose="filings" loading={read.isPending} onPick={({ file }) => take({ file })}>
              打开文件
            </FilePick>
          }
        />
        {result !== null ? (
          <BroughtResult result={result} />
        ) : isRead ? (
          <ReadStep
            key={preview.seen}
            source={source}
            preview={preview}
            project={project}
            onDone={setResult}
          />
        ) : (
          <PasteStep reading={read.isPending} onTake={(text) => take({ text })} />
        )}
      </Page>
    </DropZone>
  );
}
