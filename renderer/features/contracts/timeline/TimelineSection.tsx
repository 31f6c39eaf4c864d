import { Button, Segmented } from "antd";
import { useState } from "react";
import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import { useToday } from "../../../app/status.ts";
import { Section } from "../../../components/Page.tsx";
import { InstalmentForm } from "../InstalmentForm.tsx";
import { PlanDialog } from "../plan/PlanDialog.tsx";
import { axisOf, lanesOf } from "../timeline.ts";
import { InstalmentList } from "./InstalmentList.tsx";
import { TimelineStrip } from "./TimelineStrip.tsx";
import "./timeline.css";

type Props = Readonly<{
  detail: ContractDetail;
  /** Asked for by a link: shown first and marked. */
  instalmentId: string | null;
}>;

/** 付款期次: over the year as a strip, one by one below it. */
export function TimelineSection({ detail, instalmentId }: Props) {
  const today = useToday();
  const [dialog, setDialog] = useState<InstalmentView | "plan" | null>(null);
  const [picked, setPicked] = useState<string | null>(instalmentId);
  const [laneIndex, setLane] = useState(0);
  const { contract, instalments } = detail;
  const rentals = detail.rentals.map(({ rental }) => rental);
  const lanes = lanesOf(instalments, rentals, today);
  const lane = lanes[laneOf(picked, instalments, lanes) ?? laneIndex] ?? lanes[0];

  // A framework is paid by the contracts called off from it.
  if (contract.kind === "framework" && lane === undefined) return null;
  return (
    <Section
      title="付款期次"
      note={instalments.length === 0 ? undefined : `${instalments.length} 期，金额单位：元`}
      actions={
        contract.kind === "asNeeded" ? undefined : (
          <Button size="small" onClick={() => setDialog("plan")}>
            调整付款计划
          </Button>
        )
      }
    >
      {lane === undefined ? (
        <p className="jf-soft">
          {contract.kind === "asNeeded"
            ? "据实支付，没有固定期次：每登记一次计量，就多一期应付。"
            : "还没有付款计划。点击“调整付款计划”按合同条款排出各期。"}
        </p>
      ) : (
        <>
          <TimelineStrip
            axis={axisOf(contract, instalments)}
            lanes={lanes}
            today={today}
            picked={picked}
            onPick={setPicked}
          />
          {lanes.length < 2 ? null : (
            <Segmented
              className="jf-timeline-lanes"
              aria-label="设备"
              tabIndex={-1}
              size="small"
              value={lanes.indexOf(lane)}
              options={lanes.map(({ rental }, value) => ({ value, label: rental?.name ?? "合同期次" }))}
              onChange={(index) => {
                setPicked(null);
                setLane(index);
              }}
            />
          )}
          <InstalmentList lane={lane} picked={picked} onPick={setPicked} onEdit={setDialog} />
        </>
      )}
      {dialog === "plan" ? <PlanDialog detail={detail} onClose={() => setDialog(null)} /> : null}
      {dialog === null || dialog === "plan" ? null : (
        <InstalmentForm
          instalment={dialog}
          isMeasured={detail.measured.some((item) => item.instalmentId === dialog.id)}
          onClose={() => setDialog(null)}
        />
      )}
    </Section>
  );
}

function laneOf(
  picked: string | null,
  instalments: readonly InstalmentView[],
  lanes: ReturnType<typeof lanesOf>,
): number | undefined {
  const instalment = instalments.find(({ id }) => id === picked);
  if (instalment === undefined) return undefined;
  return lanes.findIndex(({ rental }) => (rental?.id ?? null) === instalment.rentalId);
}
