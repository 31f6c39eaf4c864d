import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument } from "#shared/model/ledger.ts";
import { instant, live, projectId } from "./common.ts";

export const filingsTables = () =>
  ({
    filing: [{ id: asId("filing-1"), projectId, form: "targets", title: "绩效目标申报表" }],
    filingVersion: [
      {
        id: asId("version-1"),
        filingId: asId("filing-1"),
        versionNo: 1,
        template: "sh-2022",
        formJson: "{}",
        contentHash: "ab",
        frozenAt: instant,
        frozenBy: "王经办",
        note: "",
        submissionId: asId("submission-1"),
      },
    ],
    filingFile: [
      {
        id: asId("file-1"),
        filingVersionId: asId("version-1"),
        format: "pdf",
        fileName: "绩效目标申报表.pdf",
        contentId: asId("content-1"),
        sizeBytes: 5,
      },
    ],
    submission: [
      {
        id: asId("submission-1"),
        projectId,
        title: "2022年预算申报",
        reportJson: "[]",
        submittedAt: instant,
        submittedBy: "王经办",
        note: "",
        ...live,
      },
    ],
    formTemplate: [
      {
        id: asId("template-1"),
        key: "gfl-2022",
        title: "广富林 2022",
        basedOn: "sh-2022",
        templateJson: "{}",
        changedAt: instant,
        changedBy: "王经办",
        note: "",
        ...live,
      },
    ],
    broughtPaper: [
      {
        id: asId("brought-1"),
        projectId,
        kind: "targets",
        title: "财政项目支出绩效目标申报表",
        fileName: "去年的表.docx",
        contentId: asId("content-1"),
        paperText: "项目名称\t社区综合治理",
        paperJson: "{}",
        broughtAt: instant,
        broughtBy: "王经办",
        note: "",
        ...live,
      },
    ],
  }) satisfies Partial<LedgerDocument["tables"]>;
