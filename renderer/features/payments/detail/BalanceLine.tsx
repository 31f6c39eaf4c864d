import { Button } from "antd";
import { Amount } from "../../../components/Amount.tsx";
import type { Balance } from "../allocations.ts";

type Props = Readonly<{
  balance: Balance;
  /** Makes the payment as large as what is allocated. */
  onTakeOver?: () => void;
}>;

/** Payment, allocated, and what is left between them: always in sight. */
export function BalanceLine({ balance, onTakeOver }: Props) {
  const { amountCents, allocatedCents, differenceCents } = balance;
  return (
    <div className="jf-balance" role="status">
      <span>
        付款金额 <Amount value={amountCents} strong />
      </span>
      <span aria-hidden>−</span>
      <span>
        已分摊 <Amount value={allocatedCents} strong />
      </span>
      <span aria-hidden>=</span>
      <span className={differenceCents === 0 ? "" : "jf-status-warn"}>
        {differenceCents === 0 ? "全部分摊" : differenceCents > 0 ? "未分摊" : "多分摊"}{" "}
        <Amount value={Math.abs(differenceCents)} strong />
      </span>
      {differenceCents === 0 || allocatedCents === 0 || onTakeOver === undefined ? null : (
        <Button size="small" onClick={onTakeOver}>
          付款金额改为已分摊
        </Button>
      )}
    </div>
  );
}
