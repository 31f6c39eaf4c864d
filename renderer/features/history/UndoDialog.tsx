import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useRef } from "react";
import type { ApiInput } from "#shared/api/contract.ts";
import type { UndoPreview } from "#shared/api/history.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { InstantText } from "../../components/DateText.tsx";
import { Loaded } from "../../components/Page.tsx";
import { useFocusOf } from "../../components/useFirstFocus.ts";
import { passedOverText, undoWord } from "./historyWords.ts";
import { StepRecords } from "./StepRecords.tsx";
import "./history.css";

type Which = ApiInput<"history.preview">["which"];

type Props = Readonly<{ which: Which; onDone: () => void }>;

/** Shows what 撤销 or 重做 would change before it does; where it can not, why and what to do instead. */
export function UndoDialog({ which, onDone }: Props) {
  const preview = useApi("history.preview", { which });
  // What was asked before is no longer so, and a button that could not be pressed at first would not have the focus.
  return preview.isFetching ? null : <Question preview={preview} which={which} onDone={onDone} />;
}

type QuestionProps = Props & Readonly<{ preview: UseQueryResult<UndoPreview | null, Error> }>;

function Question({ preview, which, onDone }: QuestionProps) {
  const undo = useApiMutation("history.undo", { onSuccess: onDone });
  const found = preview.data ?? null;
  const step = found?.step.step ?? null;
  const word = found === null ? (which === "redo" ? "重做" : "撤销") : undoWord(found.step);
  const ready = step !== null && found?.refusal === null;
  const first = useRef<HTMLButtonElement>(null);
  useFocusOf(first);
  return (
    <Modal
      open
      title={found === null ? word : `${word}：${found.step.action.replace(/^撤销：/, "")}`}
      footer={
        <>
          <Button ref={ready ? null : first} onClick={onDone}>
            {ready ? "取消" : "知道了"}
          </Button>
          {ready ? (
            <Button ref={first} type="primary" loading={undo.isPending} onClick={() => undo.mutate({ step })}>
              {word}
            </Button>
          ) : null}
        </>
      }
      onCancel={onDone}
      width={560}
    >
      <Loaded query={preview}>{(answer) => <Body preview={answer} word={word} />}</Loaded>
    </Modal>
  );
}

function Body({ preview, word }: Readonly<{ preview: UndoPreview | null; word: string }>) {
  if (preview === null) return <p>没有可以{word}的操作。</p>;
  const { step, refusal, passedOver } = preview;
  return (
    <>
      {passedOver.length > 0 && <p>{passedOverText(passedOver)}</p>}
      <p className="jf-soft">
        {step.actor}，<InstantText value={step.at} />
      </p>
      {refusal === null ? (
        <p>
          {word}后，下列改动会还原；这次{word}本身也记入变更记录。
        </p>
      ) : (
        <p role="alert">
          {refusal.message}
          <span className="jf-soft">{refusal.hint}</span>
        </p>
      )}
      <div className="jf-undo-records">
        <StepRecords records={step.records} />
      </div>
    </>
  );
}
