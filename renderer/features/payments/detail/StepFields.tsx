import { Input } from "antd";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { signerWords } from "../paymentSteps.ts";
import type { StepDraft } from "./useStepDraft.ts";

/** The name, the opinion and the day of a step. */
export function StepFields({ draft, isRefund }: Readonly<{ draft: StepDraft; isRefund: boolean }>) {
  const { action, paidOn } = draft.input;
  return (
    <>
      <label htmlFor="jf-step-name">{signerWords[action]}</label>
      <Input
        id="jf-step-name"
        autoFocus
        className="jf-decide-name"
        defaultValue={draft.input.by}
        onChange={(event) => draft.change({ by: event.target.value })}
      />
      {action === "pay" ? (
        <>
          <label htmlFor="jf-step-day">{isRefund ? "退款日期" : "付款日期"}</label>
          <span className="jf-step-day">
            <DateInput id="jf-step-day" value={paidOn} onChange={(day) => draft.change({ paidOn: day })} />
          </span>
        </>
      ) : null}
      <label htmlFor="jf-step-opinion">意见</label>
      <Input
        id="jf-step-opinion"
        className="jf-step-opinion"
        placeholder={action === "return" ? "要改正什么（必填）" : "可以不填"}
        defaultValue={draft.input.opinion}
        onChange={(event) => draft.change({ opinion: event.target.value })}
      />
    </>
  );
}
