import { Button } from "antd";
import type { ActualCell, IndicatorActuals } from "#shared/api/performance.ts";
import { scoreIndicator } from "#shared/indicators/score.ts";

type Props = Readonly<{
  row: IndicatorActuals | undefined;
  cell: ActualCell | undefined;
  onTake: (index: number) => void;
}>;

/** Under the sheet: what the cell with the keys is about, where its value is from, and what the ledger knows. */
export function ActualDetail({ row, cell, onTake }: Props) {
  if (row === undefined || cell === undefined)
    return (
      <p className="jf-actual-detail jf-soft">
        直接输入完成值，Enter 到下一行；空格取账本里知道的数；可以从 Excel 复制一块粘贴进来。
      </p>
    );
  const { indicator } = row;
  const { actual, offers, periodTo } = cell;
  const how = actual === null || actual.valueText === "" ? "" : scoreIndicator(indicator, actual).how;
  return (
    <div className="jf-actual-detail" role="status">
      <p>
        <b>{indicator.name}</b>
        {"　"}
        <span className="jf-soft">
          　指标值 {indicator.valueText}　截至 {periodTo}
          {how === "" ? "" : `　${how}`}
        </span>
      </p>
      {actual !== null && actual.source !== "" ? <p className="jf-soft">出处：{actual.source}</p> : null}
      {offers.map((offer, index) => (
        <p key={offer.valueText}>
          <span className="jf-num jf-strong">{offer.valueText}</span>
          <span className="jf-soft">　{offer.source}　</span>
          {actual?.valueText === offer.valueText && actual.source === offer.source ? (
            <span className="jf-faint">已取用</span>
          ) : (
            <Button size="small" disabled={false} onClick={() => onTake(index)}>
              {index === 0 ? "取用（空格）" : "取用"}
            </Button>
          )}
        </p>
      ))}
      {offers.length === 0 ? (
        <p className="jf-faint">账本里没有这项指标到这一天的数，请按台账、系统或问卷填写。</p>
      ) : null}
    </div>
  );
}
