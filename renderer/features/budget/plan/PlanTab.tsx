import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { PlanSheet } from "./PlanSheet.tsx";

/** 用款计划 of one project: how much of each line is to be spent in each quarter. */
export function PlanTab() {
  const { fiscalYear, singleProject, projects } = useScope();
  const execution = useApi(
    "budget.execution",
    { fiscalYear, projectId: singleProject === null ? null : asId(singleProject.id), asOf: null },
    { enabled: singleProject !== null },
  );
  if (singleProject === null)
    return (
      <EmptyState title={projects.length === 0 ? "本年度还没有项目" : "请先选择一个项目"}>
        用款计划按项目填写：在窗口上方选择项目（Ctrl+J）。
      </EmptyState>
    );
  return (
    <Loaded query={execution}>
      {({ projects: [project] }) =>
        project === undefined || project.lines.length === 0 ? (
          <EmptyState title="还没有预算明细">先在“项目”里填写预算明细，再按季度安排用款。</EmptyState>
        ) : (
          <PlanSheet key={project.project.id} lines={project.lines} />
        )
      }
    </Loaded>
  );
}
