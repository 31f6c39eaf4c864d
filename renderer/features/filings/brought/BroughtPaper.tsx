import { Button } from "antd";
import { useMemo, useState } from "react";
import type { BroughtDetail } from "#shared/api/bring.ts";
import { formatOfName } from "#shared/attachments/paperTypes.ts";
import type { Id } from "#shared/kernel/id.ts";
import { request } from "../../../app/client.ts";
import { openCopy } from "../../../app/openCopy.ts";
import { useReportError } from "../../../app/reportError.ts";
import { useApi } from "../../../app/useApi.ts";
import { InstantText } from "../../../components/DateText.tsx";
import { Loaded, Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { HistoryButton } from "../../history/HistoryButton.tsx";
import { TextAndReads } from "../bring/TextAndReads.tsx";
import { Comparison, comparisonLead } from "./Comparison.tsx";

/** One paper that was brought in, whole: the text as it stood, and beside it what the project says of the same now. */
export function BroughtPaper({ id }: Readonly<{ id: Id }>) {
  const detail = useApi("filings.broughtPaper", { id });
  return (
    <Page>
      <Loaded query={detail}>{(answer) => <Whole detail={answer} />}</Loaded>
    </Page>
  );
}

function Whole({ detail }: Readonly<{ detail: BroughtDetail }>) {
  const { id, title, fiscalYear, fileName, broughtAt, broughtBy, hasFile, voidReason, projectName } = detail;
  const url = useUrlState();
  const [voiding, setVoiding] = useState(false);
  const { paper, offers } = detail;
  const papers = useMemo(() => (paper === null ? [] : [paper]), [paper]);
  const year = fiscalYear === null ? "" : `（${fiscalYear}年度）`;
  return (
    <>
      <PageHeader
        before={
          <Button autoFocus onClick={() => url.set({ brought: null })}>
            返回列表
          </Button>
        }
        title={`${title}${year}`}
        note={
          <>
            {projectName}，{fileName === "" ? "粘贴" : fileName}，{broughtBy}{" "}
            <InstantText value={broughtAt} /> 带入
          </>
        }
        actions={
          <>
            {hasFile ? <OpenOriginal detail={detail} /> : null}
            {voidReason === null ? <Button onClick={() => setVoiding(true)}>作废</Button> : null}
            <HistoryButton entity="broughtPaper" id={id} name={title} />
          </>
        }
      />
      {voidReason === null ? null : (
        <p className="jf-soft" role="status">
          已作废，不再参与核对：{voidReason}
        </p>
      )}
      <TextAndReads
        lines={detail.lines}
        papers={papers}
        offers={offers}
        name="与项目对照"
        lead={comparisonLead(detail)}
        rows={(look) => <Comparison {...look} offers={offers} />}
      />
      {voiding ? (
        <VoidDialog
          route="filings.voidBrought"
          id={id}
          name={`《${title}》`}
          text="作废后不再拿它与项目核对；已经带入项目的内容不变，原文仍可查看。"
          onVoided={() => setVoiding(false)}
          onClose={() => setVoiding(false)}
        />
      ) : null}
    </>
  );
}

/** Opens a copy that is only looked at. */
function OpenOriginal({ detail: { id, fileName } }: Readonly<{ detail: BroughtDetail }>) {
  const report = useReportError();
  const format = formatOfName(fileName);
  if (format === undefined) return null;
  const open = () => openCopy(fileName, format, (file) => request("filings.broughtFile", { id, file }));
  return <Button onClick={() => void open().catch(report)}>打开原件</Button>;
}
