import type { CSSProperties } from "react";
import type { ContractDetail } from "#shared/api/contracts.ts";
import { type Cents, cents, formatBp, ratioBp } from "#shared/kernel/cents.ts";
import { Amount } from "../../components/Amount.tsx";

/** Contract sum, invoiced, paid and what is left, over one bar. Its shades are greys: colour means severity. */
export function AmountBar({ detail }: Readonly<{ detail: ContractDetail }>) {
  const { contract, calledOffCents } = detail;
  const isFramework = contract.kind === "framework";
  const whole = contract.totalCents ?? contract.plannedCents;
  const paidBp = ratioBp(contract.paidCents, whole);
  const invoicedBp = ratioBp(isFramework ? calledOffCents : contract.invoicedCents, whole);
  const style: CSSProperties & Record<"--jf-paid" | "--jf-invoiced", string> = {
    "--jf-paid": share(paidBp),
    "--jf-invoiced": share(invoicedBp),
  };
  const isAsNeeded = contract.kind === "asNeeded" || isFramework;
  return (
    <div className="jf-amount-bar-block">
      <dl className="jf-amount-bar-figures">
        <Figure label={isAsNeeded ? "上限（元）" : "合同金额（元）"} value={contract.totalCents} />
        {isFramework ? (
          <Figure label="已下单" value={calledOffCents} />
        ) : (
          <Figure label="已开票" value={contract.invoicedCents} />
        )}
        <Figure label="已付" value={contract.paidCents} note={paidBp === undefined ? "" : formatBp(paidBp)} />
        <Figure
          label={isAsNeeded ? "余额" : "未付"}
          value={isAsNeeded ? leftOfCap(detail) : contract.unpaidCents}
        />
      </dl>
      <div className="jf-amount-bar" style={style} aria-hidden>
        <span className="jf-amount-bar-invoiced" />
        <span className="jf-amount-bar-paid" />
      </div>
      {contract.totalCents !== null && !isAsNeeded && contract.plannedCents !== contract.totalCents ? (
        <p className="jf-status-block jf-amount-bar-note">
          付款计划合计 <Amount value={contract.plannedCents} />
          ，与合同金额相差 <Amount value={cents(contract.plannedCents - contract.totalCents)} />
          。请调整付款计划。
        </p>
      ) : null}
    </div>
  );
}

/** What a framework still lends, or what may still be paid as needed. */
const leftOfCap = ({ contract, calledOffCents }: ContractDetail): Cents | null => {
  const { kind, totalCents, paidCents } = contract;
  return totalCents === null ? null : cents(totalCents - (kind === "framework" ? calledOffCents : paidCents));
};

const share = (bp: number | undefined): string => `${Math.min(10_000, Math.max(0, bp ?? 0)) / 100}%`;

function Figure({
  label,
  value,
  note = "",
}: Readonly<{ label: string; value: number | null; note?: string }>) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Amount value={value} strong /> {note === "" ? null : <span className="jf-faint jf-num">{note}</span>}
      </dd>
    </div>
  );
}
