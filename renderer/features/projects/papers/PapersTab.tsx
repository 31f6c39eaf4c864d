import type { ProjectDetail } from "#shared/api/projects.ts";
import { ApprovalSection } from "../../approvals/ApprovalSection.tsx";
import { Attachments } from "../../attachments/Attachments.tsx";

/** 审批和附件: what was decided on the project as a whole, and its papers. */
export function PapersTab({ detail: { project } }: Readonly<{ detail: ProjectDetail }>) {
  return (
    <div className="jf-papers-tab">
      <ApprovalSection owner={{ projectId: project.id }} />
      <Attachments owner={{ projectId: project.id }} />
    </div>
  );
}
