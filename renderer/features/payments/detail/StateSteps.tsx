import { Button } from "antd";
import { useState } from "react";
import type { PaymentDetail } from "#shared/api/payments.ts";
import { useApi } from "../../../app/useApi.ts";
import { instantText } from "../../../components/DateText.tsx";
import { paymentWords } from "../../../components/words.ts";
import { nextState, previousState, type Step, stepsOf } from "../paymentSteps.ts";
import { StepForm, stepActions } from "./StepForm.tsx";

/** 草稿 → 待审 → 已批 → 已付 with names and dates, and the next step. */
export function StateSteps({ detail }: Readonly<{ detail: PaymentDetail }>) {
  const { payment, findings } = detail;
  const history = useApi("ledger.history", { entity: "payment", entityId: payment.id, limit: 200 });
  const [asked, setAsked] = useState<"next" | "back" | null>(null);
  const [next, back] = [nextState[payment.state], previousState[payment.state]];
  const blocking = findings.filter(({ severity, state }) => severity === "block" && state === "open").length;
  const isHeld = blocking > 0 && (next === "approved" || next === "paid");
  const target = asked === "back" ? back : next;
  return (
    <section className="jf-steps-block">
      <ol className="jf-steps">
        {stepsOf(payment, history.data ?? []).map((step) => (
          <StepItem key={step.state} step={step} />
        ))}
      </ol>
      {payment.voidedAt !== null ? (
        <p className="jf-status-block">已作废：{payment.voidReason}</p>
      ) : asked !== null && target !== null ? (
        <StepForm payment={payment} target={target} onDone={() => setAsked(null)} />
      ) : (
        <div className="jf-steps-actions">
          {next === null ? null : (
            <Button type="primary" disabled={isHeld} onClick={() => setAsked("next")}>
              {stepActions[next]}
            </Button>
          )}
          {back === null ? null : <Button onClick={() => setAsked("back")}>退回{paymentWords[back]}</Button>}
          {isHeld ? (
            <span className="jf-status-block">
              有 {blocking} 个阻断问题，须改正或在问题上写明理由，才能{stepActions[next ?? "approved"]}。
            </span>
          ) : null}
        </div>
      )}
    </section>
  );
}

function StepItem({ step }: Readonly<{ step: Step }>) {
  const { state, isReached, isCurrent, by, at } = step;
  return (
    <li data-reached={isReached} aria-current={isCurrent ? "step" : undefined}>
      <span className="jf-step-word">{paymentWords[state]}</span>
      <span className="jf-step-note jf-num">
        {[by, at === null ? "" : at.length > 10 ? instantText(at) : at]
          .filter((text) => text !== "")
          .join(" ")}
      </span>
    </li>
  );
}
