import { Input } from "antd";
import { Link } from "react-router";
import type { CloseItem } from "#shared/api/years.ts";
import { pathToSubject } from "../../../app/paths.ts";
import { Amount } from "../../../components/Amount.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";

type Props = Readonly<{
  item: CloseItem;
  /** The first that wants a reason takes the keys. */
  isFirst: boolean;
  isWrong: boolean;
  reason: string;
  onReason: (reason: string) => void;
}>;

/** One thing that is still open: its papers, and, where it stands in the way, the reason to close all the same. */
export function CloseItemView({ item, isFirst, isWrong, reason, onReason }: Props) {
  const { title, advice, entries, blocking } = item;
  return (
    <section className={isWrong ? "jf-close-item jf-field-wrong" : "jf-close-item"}>
      <header>
        <SeverityTag severity={blocking ? "block" : "hint"} />
        <h3>{title}</h3>
        {item.check === "notOver" ? null : <span className="jf-soft">{entries.length} 项</span>}
        <span className="jf-spacer" />
        {item.amountCents === null ? null : <Amount value={item.amountCents} />}
      </header>
      <p className="jf-soft">{advice}</p>
      <ul>
        {entries.map(({ text, amountCents, subject }) => (
          <li key={`${subject?.id} ${text}`}>
            {subject === null ? text : <Link to={pathToSubject(subject)}>{text}</Link>}
            {amountCents === null ? null : <Amount value={amountCents} />}
          </li>
        ))}
      </ul>
      {blocking ? (
        <Input
          aria-label={`${title}：仍要关账的理由`}
          autoFocus={isFirst}
          status={isWrong ? "error" : ""}
          placeholder="仍要关账的理由（至少两个字）"
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      ) : null}
    </section>
  );
}
