import type { FindingView } from "#shared/api/checks.ts";
import { ErrorBox } from "../../../components/ErrorBox.tsx";
import { FindingList } from "../../../components/FindingList.tsx";
import { SeverityCounts } from "../../../components/SeverityTag.tsx";
import { openCounts } from "../../checks/groupFindings.ts";
import type { LiveCheck } from "./useDraftCheck.ts";

const stateTexts: Readonly<Record<LiveCheck["state"], string>> = {
  fresh: "与填写的内容一致",
  checking: "正在核对……",
  failed: "没有核对成",
  incomplete: "填写完整后核对",
};

/** A payment that is not saved yet has no page to go to. */
const withoutDraft = (finding: FindingView): FindingView => ({
  ...finding,
  subjects: finding.subjects.filter(({ id }) => id !== "draft"),
});

/** What the rules say to the payment as it stands on the screen. */
export function CheckSide({ check }: Readonly<{ check: LiveCheck }>) {
  return (
    <aside className="jf-editor-side" aria-label="核对">
      <header className="jf-section-head">
        <h2>核对</h2>
        <SeverityCounts counts={openCounts(check.findings)} />
        <span className="jf-spacer" />
        <span className="jf-faint" role="status" aria-live="polite">
          {stateTexts[check.state]}
        </span>
      </header>
      {check.state === "failed" ? <ErrorBox error={check.error} /> : null}
      <FindingList
        findings={check.findings.map(withoutDraft)}
        readOnly
        none={check.state === "fresh" ? "没有发现问题。保存后可以提交审核。" : ""}
      />
    </aside>
  );
}
