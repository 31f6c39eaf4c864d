import { type RefObject, useEffect, useRef, useState } from "react";
import type { PaymentDetail } from "#shared/api/payments.ts";
import type { FlowAction } from "#shared/payments/flow.ts";
import { paymentWords } from "#shared/words/words.ts";
import { useClosedYear } from "../../../app/closedYear.ts";
import { useApi } from "../../../app/useApi.ts";
import { instantText } from "../../../components/DateText.tsx";
import { WriteButton } from "../../../components/WriteButton.tsx";
import { actionWords, isBinding, nextSteps, type Stage, stagesOf } from "../paymentSteps.ts";
import { StepForm } from "./StepForm.tsx";
import { useNextKey } from "./useNextKey.ts";

/** 草稿 → 待审 → 已批 → 已付 with names and dates, and what can be done next. */
export function StateSteps({ detail }: Readonly<{ detail: PaymentDetail }>) {
  const { payment, findings, steps, limits } = detail;
  const history = useApi("ledger.history", { entity: "payment", entityId: payment.id, limit: 200 });
  const [asked, setAsked] = useState<FlowAction | null>(null);
  const [answered, setAnswered] = useState(0);
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    // The form is gone, and with it what had the keys.
    if (answered > 0)
      (block.current?.querySelector<HTMLElement>(".jf-steps-actions button:enabled") ?? pane(block))?.focus();
  }, [answered]);
  const { next, others } = nextSteps(payment);
  const blocking = findings.filter(({ severity, state }) => severity === "block" && state === "open").length;
  const isHeld = (action: FlowAction) => isBinding(action) && (blocking > 0 || limits.length > 0);
  const held = [next, ...others].find((action) => action !== undefined && isHeld(action));
  const closed = useClosedYear();
  useNextKey(() => {
    if (closed === null && next !== undefined && !isHeld(next)) setAsked(next);
  });
  return (
    <section ref={block} className="jf-steps-block">
      <ol className="jf-flow">
        {stagesOf(payment, steps, history.data ?? []).map((stage) => (
          <StageItem key={stage.state} stage={stage} />
        ))}
      </ol>
      {payment.voidedAt !== null ? (
        <p>已作废：{payment.voidReason}</p>
      ) : asked !== null && [next, ...others].includes(asked) ? (
        <StepForm
          key={asked}
          payment={payment}
          action={asked}
          onDone={() => {
            setAsked(null);
            setAnswered((times) => times + 1);
          }}
        />
      ) : (
        <div className="jf-steps-actions">
          {next === undefined ? null : (
            <WriteButton
              type="primary"
              title="Ctrl+Enter"
              aria-keyshortcuts="Control+Enter"
              disabled={isHeld(next)}
              onClick={() => setAsked(next)}
            >
              {actionWords[next]}
            </WriteButton>
          )}
          {others.map((action) => (
            <WriteButton key={action} disabled={isHeld(action)} onClick={() => setAsked(action)}>
              {actionWords[action]}
            </WriteButton>
          ))}
          {held === undefined ? null : (
            <span className="jf-status-block">{heldWords(actionWords[held], blocking, limits)}</span>
          )}
        </div>
      )}
    </section>
  );
}

const pane = ({ current }: RefObject<HTMLElement | null>) => current?.closest<HTMLElement>(".jf-detail");

function heldWords(action: string, blocking: number, limits: readonly string[]): string {
  if (limits.length > 0)
    return `不能${action}：${limits.join("；")}。账本不接受超额，写明理由也不能${action}。`;
  return `有 ${blocking} 个阻断问题，须改正或在问题上写明理由，才能${action}。`;
}

function StageItem({ stage }: Readonly<{ stage: Stage }>) {
  const { state, isReached, isCurrent, by, at } = stage;
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
