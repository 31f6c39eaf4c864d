import { useState } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { PlanDifferenceView } from "./PlanDifferenceView.tsx";
import { hasChanges } from "./planDifference.ts";
import { agreed, presentShape, type ShapeDraft, shapedPeriods, shapeOf, sharedCents } from "./planShape.ts";
import { ShapeFields } from "./ShapeFields.tsx";

type Props = Readonly<{ detail: ContractDetail; onClose: () => void }>;

const equalShape = { kind: "equal" } as const;

/** 调整付款计划: how the sum is spread, and what that would change, before it is applied. */
export function PlanDialog({ detail, onClose }: Props) {
  const { done } = useNotify();
  const periods = shapedPeriods(detail);
  const [first] = useState(() => presentShape(detail));
  const [draft, setDraft] = useState(first);
  const shared = sharedCents(detail);
  const checked = shapeOf(draft, shared);
  const input = {
    contractId: detail.contract.id,
    shape: checked.ok ? checked.shape : equalShape,
  };
  const preview = useApi("contracts.previewPlan", input, { enabled: checked.ok });
  const apply = useApiMutation("contracts.applyPlan", {
    onSuccess: () => {
      done("付款计划已调整");
      onClose();
    },
  });
  const hasRentals = detail.rentals.length > 0;
  const { sumCents, endDate } = agreed(detail);
  const asksNothing = hasRentals || periods.length < 2;
  // Then the keys begin on the button, and one that could not be pressed at first would not have them.
  if (asksNothing && preview.isPending) return null;

  return (
    <FormDialog
      title="调整付款计划"
      width={820}
      okText="按此调整"
      pending={apply.isPending}
      ready={checked.ok && preview.data !== undefined && hasChanges(preview.data)}
      changed={draft !== first}
      onSubmit={() => apply.mutate(input)}
      onClose={onClose}
    >
      <p className="jf-soft jf-plan-terms jf-num">
        {hasRentals
          ? "各月应付按月租的数量和单价计算。"
          : `合同金额 ${sumCents === null ? "未定" : `${formatYuan(sumCents)} 元`}，至 ${endDate}（含补充协议）。`}
      </p>
      {asksNothing ? null : (
        <>
          <Segments<ShapeDraft["kind"]>
            label="分配方式"
            value={draft.kind}
            options={[
              { value: "present", label: "按现有分配" },
              { value: "equal", label: "平均分配，尾差归最后一期" },
              { value: "shares", label: "按比例" },
              { value: "amounts", label: "按金额" },
            ]}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
          <ShapeFields periods={periods} draft={draft} onChange={setDraft} />
        </>
      )}
      {checked.ok ? (
        <Loaded query={preview}>{(difference) => <PlanDifferenceView difference={difference} />}</Loaded>
      ) : (
        <p className="jf-soft jf-plan-sum">{checked.problem}</p>
      )}
    </FormDialog>
  );
}
