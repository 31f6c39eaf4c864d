import type { ProjectDetail } from "#shared/api/projects.ts";
import { Segments } from "../../../components/Segments.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { ActualsTab } from "./actuals/ActualsTab.tsx";
import { IndicatorsTab } from "./IndicatorsTab.tsx";

const views = [
  { value: "targets", label: "指标和目标" },
  { value: "actuals", label: "完成情况" },
] as const;

/** 绩效指标: what was promised, and by quarter what came of it. */
export function IndicatorsPage({ detail }: Readonly<{ detail: ProjectDetail }>) {
  const url = useUrlState();
  const view = url.get("view") === "actuals" ? "actuals" : "targets";
  return (
    <>
      <div className="jf-tools">
        <Segments
          label="指标还是完成情况"
          value={view}
          disabled={false}
          options={views}
          onChange={(next) => url.set({ view: next })}
        />
      </div>
      {view === "actuals" ? <ActualsTab detail={detail} /> : <IndicatorsTab detail={detail} />}
    </>
  );
}
