import { useState } from "react";
import type { ProjectDetail } from "#shared/api/projects.ts";
import type { Indicator } from "#shared/model/project.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { type IndicatorPatch, patched } from "./changeIndicators.ts";

type IndicatorPatches = Readonly<{
  /** As they will be: what is on its way shows at once, so that the next key goes by it. */
  indicators: readonly Indicator[];
  save: (patches: readonly IndicatorPatch[]) => void;
}>;

/** Changes of several indicators in one step. */
export function useIndicatorPatches({ project, indicators }: ProjectDetail): IndicatorPatches {
  const [sending, setSending] = useState<readonly (readonly IndicatorPatch[])[]>([]);
  const { mutateAsync } = useApiMutation("performance.saveIndicators");
  return {
    indicators: patched(indicators, sending.flat()),
    save: (patches) => {
      if (patches.length === 0) return;
      setSending((now) => [...now, patches]);
      // The answer reaches the screen with the next task; before that the old order would shine through.
      const settled = () => setTimeout(() => setSending((now) => now.filter((sent) => sent !== patches)), 0);
      // A failure is told by the notice of the mutation; the grid then shows what is stored.
      mutateAsync({ projectId: project.id, indicators: [...patches] }).then(settled, settled);
    },
  };
}
