import { severityWords } from "../../words/words.ts";
import type { Form } from "../form.ts";
import { checkReportForm, type SubmissionReport } from "../submissionReport.ts";
import { text } from "../values.ts";
import { buildDossier, type DossierSection } from "./dossier.ts";

export type CheckReport = Readonly<{
  submissionTitle: string;
  projectName: string;
  projectCode: string;
  fiscalYear: number;
  officeName: string;
  submittedBy: string;
  report: Pick<SubmissionReport, "asOf" | "findings"> &
    Readonly<{ papers: readonly Omit<SubmissionReport["papers"][number], "versionId">[] }>;
}>;

/** 申报体检报告: what goes out, what the check found, and who accepted what for which reason. */
export function buildCheckReport(given: CheckReport): Form {
  const { report } = given;
  return buildDossier({
    id: checkReportForm,
    title: "申报体检报告",
    subtitle: given.submissionTitle,
    note: `${given.officeName}　　检查日期 ${report.asOf}`,
    sections: [summary(given), papers(given), findings(given)],
  });
}

function summary({ projectName, projectCode, fiscalYear, submittedBy, report }: CheckReport): DossierSection {
  const accepted = report.findings.filter((finding) => finding.accepted !== null).length;
  const counts = (["block", "warn", "hint"] as const).map((severity) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return `${severityWords[severity]} ${count}`;
  });
  return {
    kind: "facts",
    title: "一、报送",
    facts: [
      ["项目", text(`${projectName}（${projectCode}）`)],
      ["预算年度", text(`${fiscalYear} 年度`)],
      ["报送人", text(submittedBy)],
      ["检查结果", text(report.findings.length === 0 ? "没有发现问题" : counts.join("，"))],
      ["已写明理由认可", text(`${accepted} 条`)],
      ["没有处理", text(`${report.findings.length - accepted} 条，均不妨碍报送`)],
    ],
  };
}

const papers = ({ report }: CheckReport): DossierSection => ({
  kind: "table",
  title: "二、报送的材料",
  none: "没有材料。",
  columns: [
    { title: "序号", span: 1, style: "centred" },
    { title: "材料", span: 7 },
    { title: "版本", span: 2, style: "centred" },
    { title: "与上一版", span: 2, style: "centred" },
  ],
  rows: report.papers.map(({ title, versionNo, isNew }, index) => [
    text(String(index + 1)),
    text(title),
    text(`第 ${versionNo} 版`),
    text(!isNew ? "没有变化" : versionNo === 1 ? "首次报送" : "有改动"),
  ]),
});

const findings = ({ report }: CheckReport): DossierSection => ({
  kind: "table",
  title: "三、发现的问题和处理意见",
  none: "全部规则检查通过，没有发现问题。",
  columns: [
    { title: "规则", span: 2, style: "centred" },
    { title: "级别", span: 1, style: "centred" },
    { title: "问题和改法", span: 6 },
    { title: "处理意见", span: 3 },
  ],
  rows: report.findings.map(({ ruleId, severity, message, remedy, accepted }) => [
    text(ruleId),
    text(severityWords[severity]),
    text(`${message}${remedy === "" ? "" : `\n${remedy}`}`),
    text(
      accepted === null ? "未处理" : `认可：${accepted.reason}\n${accepted.by}，${accepted.at.slice(0, 10)}`,
    ),
  ]),
});
