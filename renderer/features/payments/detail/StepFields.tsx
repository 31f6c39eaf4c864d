import { Input } from "antd";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { signerWords } from "../paymentSteps.ts";
import { type StepDraft, stepFields } from "./useStepDraft.ts";

/** The name, the opinion and the day of a step. */
export function StepFields({ draft, isRefund }: Readonly<{ draft: StepDraft; isRefund: boolean }>) {
  const { action, paidOn } = draft.input;
  return (
    <>
      <label htmlFor={stepFields.by}>{signerWords[action]}</label>
      <Input
        id={stepFields.by}
        autoFocus
        className="jf-decide-name"
        defaultValue={draft.input.by}
        onChange={(event) => draft.change({ by: event.target.value })}
      />
      {action === "pay" ? (
        <>
          <label htmlFor={stepFields.paidOn}>{isRefund ? "退款日期" : "付款日期"}</label>
          <span className="jf-step-day">
            <DateInput
              id={stepFields.paidOn}
              value={paidOn}
              onChange={(day) => draft.change({ paidOn: day })}
            />
          </span>
        </>
      ) : null}
      <label htmlFor={stepFields.opinion}>意见</label>
      <Input
        id={stepFields.opinion}
        className="jf-step-opinion"
        placeholder={action === "return" ? "要改正什么（必填）" : "可以不填"}
        defaultValue={draft.input.opinion}
        onChange={(event) => draft.change({ opinion: event.target.value })}
      />
    </>
  );
}
