import type { ProjectDetail } from "#shared/api/projects.ts";
import type { IndicatorsBlock } from "#shared/forms/templates/template.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { PasteDialog } from "../../../components/PasteDialog.tsx";
import type { PasteColumn } from "../../../components/pasteTable.ts";
import { type PastedKey, pastedIndicators } from "./pastedIndicators.ts";

const columns: readonly PasteColumn<PastedKey>[] = [
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
  levels: IndicatorsBlock["levels"];
  onClose: () => void;
}>;

/** Indicators copied from a worksheet; one that is there already is changed, the others are new. */
export function PasteIndicators({ detail, levels, onClose }: Props) {
  const { project, indicators } = detail;
  const save = useApiMutation("performance.saveIndicators", { onSuccess: onClose });
  return (
    <PasteDialog<PastedKey>
      title="粘贴绩效指标"
      columns={columns}
      counter="项"
      pending={save.isPending}
      onCancel={onClose}
      onConfirm={(lines) =>
        save.mutate({ projectId: project.id, indicators: pastedIndicators(indicators, lines, levels) })
      }
    />
  );
}
