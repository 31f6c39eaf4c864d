import type { ProjectDetail } from "#shared/api/projects.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { PasteDialog } from "../../../components/PasteDialog.tsx";
import type { PasteColumn, PastedLine } from "../../../components/pasteTable.ts";

type Key = "level1" | "level2" | "name" | "valueText" | "weight" | "baseValue" | "evidence";

const columns: readonly PasteColumn<Key>[] = [
  { key: "level1", title: "一级指标", also: ["一级"] },
  { key: "level2", title: "二级指标", needed: true, also: ["二级"] },
  { key: "name", title: "三级指标", needed: true, also: ["三级", "指标名称"] },
  { key: "valueText", title: "年度指标值", also: ["指标值", "目标值", "年度（/项目）指标值"] },
  { key: "weight", title: "分值", kind: "decimal", also: ["权重"] },
  { key: "baseValue", title: "基期值" },
  { key: "evidence", title: "设定依据", also: ["依据", "佐证", "指标值设定依据"] },
];

type Props = Readonly<{
  detail: ProjectDetail;
  levels: readonly Readonly<{ level1: string; level2: readonly string[] }>[];
  onClose: () => void;
}>;

/** Indicators copied from a worksheet; one that is there under the same name is changed, the others are new. */
export function PasteIndicators({ detail, levels, onClose }: Props) {
  const { project, indicators } = detail;
  const save = useApiMutation("performance.saveIndicators", { onSuccess: onClose });
  const lastSeq = Math.max(0, ...indicators.map(({ seq }) => seq));
  const draftOf = (line: PastedLine<Key>, index: number) => {
    const level2 = line.text("level2");
    const home = levels.find((level) => level.level2.includes(level2))?.level1 ?? "产出指标";
    const old = indicators.find((row) => row.name === line.text("name"));
    const text = (key: "valueText" | "baseValue" | "evidence") =>
      line.has(key) ? line.text(key) : (old?.[key] ?? "");
    return {
      id: old?.id ?? null,
      seq: old?.seq ?? lastSeq + index + 1,
      level1: line.text("level1") || home,
      level2,
      name: line.text("name"),
      valueText: text("valueText"),
      weight: line.has("weight") ? line.decimal("weight") : (old?.weight ?? null),
      baseValue: text("baseValue"),
      evidence: text("evidence"),
      budgetLineId: old?.budgetLineId ?? null,
    };
  };
  return (
    <PasteDialog<Key>
      title="粘贴绩效指标"
      columns={columns}
      counter="项"
      pending={save.isPending}
      onCancel={onClose}
      onConfirm={(lines) => save.mutate({ projectId: project.id, indicators: lines.map(draftOf) })}
    />
  );
}
