import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { FindingView } from "#shared/api/checks.ts";
import { subjectWords } from "../app/paths.ts";
import { InstantText } from "./DateText.tsx";
import { DecideForm } from "./DecideForm.tsx";
import { figureTexts } from "./figures.ts";
import { MendButton, MendLine } from "./Mend.tsx";
import { PaperLink } from "./PaperLink.tsx";
import { PaperTexts } from "./PaperTexts.tsx";
import { SeverityTag } from "./SeverityTag.tsx";

type Props = Readonly<{
  finding: FindingView;
  readOnly: boolean;
  /** It stands under the heading of its rule. */
  underRule?: boolean;
}>;

export function FindingItem({ finding, readOnly, underRule = false }: Props) {
  const [deciding, setDeciding] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const [decided, setDecided] = useState(0);
  useEffect(() => {
    // The form is gone, and with it what had the keys.
    if (decided > 0)
      item.current?.querySelector<HTMLElement>(".jf-finding-actions button:last-child")?.focus();
  }, [decided]);
  const close = () => {
    setDeciding(false);
    setDecided((times) => times + 1);
  };
  const accepted = finding.state === "accepted";
  const figures = figureTexts(finding.figures);
  return (
    <li
      ref={item}
      className={accepted ? "jf-finding jf-finding-accepted" : "jf-finding"}
      tabIndex={underRule ? -1 : undefined}
    >
      <SeverityTag severity={finding.severity} />
      <div className="jf-finding-body jf-selectable">
        <p className="jf-finding-message">{finding.message}</p>
        <p className="jf-soft">
          {finding.remedy}
          {finding.final === true ? "账本不接受超额，写明理由也不能批准。" : ""}
        </p>
        <p className="jf-finding-line">
          {finding.subjects.map((subject) => (
            <span key={`${subject.kind} ${subject.id}`}>
              <span className="jf-faint">{subjectWords[subject.kind]} </span>
              <PaperLink kind={subject.kind} id={subject.id}>
                {subject.label}
              </PaperLink>
            </span>
          ))}
          {figures.map(({ label, value }) => (
            <span key={label}>
              <span className="jf-faint">{label} </span>
              <span className="jf-num">{value}</span>
            </span>
          ))}
          {underRule ? null : (
            <span className="jf-faint">
              {finding.ruleId} {finding.ruleName}
            </span>
          )}
        </p>
        <PaperTexts texts={finding.texts} />
        {finding.mend === undefined ? null : <MendLine mend={finding.mend} />}
        {finding.reopened ? (
          <p className="jf-finding-note">
            重新打开（数据已变）：曾由{finding.decision?.decidedBy}认可（{finding.decision?.reason}
            ），请重新处理。
          </p>
        ) : null}
        {accepted && finding.decision !== null ? (
          <p className="jf-finding-note">
            已认可：{finding.decision.reason}（{finding.decision.decidedBy}，
            <InstantText value={finding.decision.decidedAt} />）
          </p>
        ) : null}
        {deciding ? <DecideForm finding={finding} onDone={close} /> : null}
      </div>
      {readOnly || deciding ? null : (
        <span className="jf-finding-actions">
          {finding.mend === undefined || accepted ? null : <MendButton findingKey={finding.key} />}
          {finding.final === true && !accepted ? null : (
            <Button size="small" onClick={() => setDeciding(true)}>
              {accepted ? "重新打开" : "认可"}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
