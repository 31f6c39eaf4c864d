import { Button } from "antd";
import type { YearView } from "#shared/api/years.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { Amount } from "../../../components/Amount.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";

type Props = Readonly<{
  years: readonly YearView[];
  onClose: (year: YearView) => void;
  onReopen: (year: YearView) => void;
}>;

/** There are few years, so each shows all that is known of it. */
export const YearTable = ({ years, onClose, onReopen }: Props) => (
  <table className="jf-year-table" aria-label="预算年度">
    <thead>
      <tr>
        <th>年度</th>
        <th>状态</th>
        <th>支付截止日</th>
        <th className="jf-year-amount">预算（元）</th>
        <th className="jf-year-amount">已付（元）</th>
        <th>关账、打开</th>
        <th aria-label="操作" />
      </tr>
    </thead>
    <tbody>
      {years.map((year) => (
        <YearRow key={year.id} year={year} onClose={() => onClose(year)} onReopen={() => onReopen(year)} />
      ))}
    </tbody>
  </table>
);

type RowProps = Readonly<{ year: YearView; onClose: () => void; onReopen: () => void }>;

function YearRow({ year, onClose, onReopen }: RowProps) {
  const cutoff = useApiMutation("years.setCutoff");
  const isClosed = year.state === "closed";
  return (
    <tr>
      <td className="jf-strong">{year.year}</td>
      <td>
        <StatusTag tone={isClosed ? "done" : "open"}>{isClosed ? "已关账" : "开放"}</StatusTag>
      </td>
      <td className="jf-year-day">
        <DateInput
          aria-label={`${year.year} 年度支付截止日`}
          disabled={isClosed}
          value={year.paymentCutoff}
          onChange={(paymentCutoff) => cutoff.mutate({ year: year.year, paymentCutoff })}
        />
      </td>
      <td className="jf-year-amount">
        <Amount value={year.budgetCents} />
      </td>
      <td className="jf-year-amount">
        <Amount value={year.paidCents} />
      </td>
      <td>
        {year.changedAt === null ? (
          <span className="jf-faint">还没有关过账</span>
        ) : (
          <>
            {year.changedBy}　<InstantText value={year.changedAt} />
            <div className="jf-soft">{year.stateReason}</div>
          </>
        )}
      </td>
      <td className="jf-year-action">
        <Button onClick={isClosed ? onReopen : onClose}>{isClosed ? "重新打开…" : "关账…"}</Button>
      </td>
    </tr>
  );
}
