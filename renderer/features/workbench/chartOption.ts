import type { LineSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import { formatBp } from "#shared/kernel/cents.ts";
import { fontFamily, palette } from "../../app/palette.ts";
import type { ProgressPoint } from "./progress.ts";

type Option = ComposeOption<
  LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

const line = (
  name: string,
  data: readonly (number | null)[],
  style: Readonly<{ color: string; width: number; type: "solid" | "dashed" }>,
): LineSeriesOption => ({
  name,
  type: "line",
  data: [...data],
  symbol: style.width > 1.5 ? "circle" : "none",
  symbolSize: 5,
  lineStyle: style,
  itemStyle: { color: style.color },
  emphasis: { disabled: true },
});

/** Three lines on quiet paper; only what was paid is drawn strong. */
export function chartOption(points: readonly ProgressPoint[]): Option {
  const label = { color: palette.inkFaint, fontFamily, fontSize: 11 };
  return {
    animation: false,
    grid: { left: 40, right: 12, top: 30, bottom: 22 },
    legend: {
      left: 0,
      top: 0,
      icon: "rect",
      itemWidth: 16,
      itemHeight: 2,
      selectedMode: false,
      textStyle: { ...label, color: palette.inkSoft, fontSize: 12 },
    },
    tooltip: {
      trigger: "axis",
      transitionDuration: 0,
      borderColor: palette.line,
      textStyle: { color: palette.ink, fontFamily, fontSize: 12 },
      valueFormatter: (value) => (typeof value === "number" ? formatBp(value) : "—"),
    },
    xAxis: {
      type: "category",
      data: points.map(({ month }) => `${Number(month.slice(5))}月`),
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: label,
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 10_000,
      interval: 2_500,
      axisLabel: { ...label, formatter: (value: number) => `${value / 100}%` },
      splitLine: { lineStyle: { color: palette.lineSoft } },
    },
    series: [
      line(
        "已付",
        points.map(({ paidBp }) => paidBp),
        { color: palette.primary, width: 2, type: "solid" },
      ),
      line(
        "付款计划",
        points.map(({ plannedBp }) => plannedBp),
        { color: "#8c98a8", width: 1.25, type: "solid" },
      ),
      line(
        "序时进度",
        points.map(({ timeBp }) => timeBp),
        { color: "#a9a59c", width: 1.25, type: "dashed" },
      ),
    ],
  };
}
