import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { type RefCallback, useCallback } from "react";
import { chartOption } from "./chartOption.ts";
import type { ProgressPoint } from "./progress.ts";

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Props = Readonly<{ points: readonly ProgressPoint[]; onMonth: (month: string) => void }>;

/** Execution against plan and 序时进度. A click on a month leads to its payments. */
export function ProgressChart({ points, onMonth }: Props) {
  const draw = useCallback<RefCallback<HTMLDivElement>>(
    (element) => {
      if (element === null) return;
      const chart = init(element, null, { renderer: "svg" });
      chart.setOption(chartOption(points));
      chart.getZr().on("click", ({ offsetX, offsetY }) => {
        const [index = -1] = chart.convertFromPixel({ seriesIndex: 0 }, [offsetX, offsetY]);
        const month = points[index]?.month;
        if (month !== undefined) onMonth(month);
      });
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(element);
      return () => {
        observer.disconnect();
        chart.dispose();
      };
    },
    [points, onMonth],
  );
  return <div ref={draw} className="jf-chart" role="img" aria-label="执行进度与序时进度" />;
}
