import type { FindingView } from "#shared/api/checks.ts";
import { FindingList } from "../../components/FindingList.tsx";

/** What stands in the way of handing the sheet in. */
export function FilingFindings({ findings }: Readonly<{ findings: readonly FindingView[] }>) {
  const open = findings.filter((finding) => finding.state === "open");
  const blocking = open.filter((finding) => finding.severity === "block").length;
  return (
    <aside className="jf-filing-findings" aria-label="提交前的问题">
      <h2>提交前核对</h2>
      <p className="jf-soft">
        {open.length === 0
          ? "问题都已处理，可以提交。"
          : blocking > 0
            ? `有 ${blocking} 个阻断问题，处理或写明理由后再提交。`
            : "没有阻断问题，以下内容请看一看。"}
      </p>
      <FindingList findings={findings} narrow />
    </aside>
  );
}
