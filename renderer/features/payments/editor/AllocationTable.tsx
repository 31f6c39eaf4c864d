import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useRef, useState } from "react";
import type { InstalmentView } from "#shared/api/contracts.ts";
import type { InvoiceRow } from "#shared/api/invoices.ts";
import { type Cents, formatYuan, subtractCents } from "#shared/kernel/cents.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { moveBetween } from "../../../components/inputs/moveBetween.ts";
import {
  type AllocationRow,
  type Balance,
  fillUp,
  isBeyond,
  isUnfinished,
  type LeftOf,
  leftForRows,
  openAmount,
} from "../allocations.ts";
import { PaperPick } from "./PaperPick.tsx";
import { instalmentChoices, invoiceChoices, type PaperChoice } from "./paperChoices.ts";
import type { PaymentForm } from "./paymentForm.ts";

type Props = Readonly<{
  form: PaymentForm;
  rows: readonly AllocationRow[];
  balance: Balance;
  newKey: () => string;
  /** Saving was tried: lines that are not finished are wrong. */
  tried: boolean;
  onChange: (rows: readonly AllocationRow[]) => void;
}>;

/** One line: so much of the payment for this instalment against this invoice. */
export function AllocationTable({ form, rows, balance, newKey, tried, onChange }: Props) {
  const { scope, fiscalYear } = useScope();
  const instalments = useApi("schedule.list", scope).data ?? none;
  const invoices = useApi("invoices.list", { fiscalYear }).data ?? none;
  const leftOf = useMemo(() => leftOfPapers(instalments, invoices), [instalments, invoices]);
  const left = leftForRows(rows, leftOf);
  const change = (index: number, changes: Partial<AllocationRow>) => {
    const row = rows[index];
    if (row !== undefined) onChange(rows.with(index, { ...row, ...changes }));
  };
  /** A paper brings the amount along while there is none. */
  const amountFor = (row: AllocationRow, choice: PaperChoice | undefined): Partial<AllocationRow> =>
    row.amountCents !== null || choice === undefined
      ? {}
      : { amountCents: openAmount(balance, choice.leftCents) };
  const [added, setAdded] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const add = () => {
    const key = newKey();
    setAdded(key);
    onChange([...rows, { key, instalmentId: null, invoiceId: null, amountCents: null }]);
  };
  const remove = (index: number) => {
    onChange(rows.toSpliced(index, 1));
    // The line is gone with its button: the keys stay at what a next line would be made with.
    place.current?.querySelector("button")?.focus();
  };
  return (
    <>
      {rows.length === 0 ? (
        <p className="jf-soft jf-allocations-none">还没有分摊。采用下面的建议，或自己添加一行。</p>
      ) : (
        <table
          className="jf-allocations"
          onKeyDown={(event) => moveBetween(event, `input[aria-label="${amountLabel}"]`)}
        >
          <thead>
            <tr>
              <th>付款期次</th>
              <th className="jf-right">期次剩余</th>
              <th>发票</th>
              <th className="jf-right">发票剩余</th>
              <th className="jf-right">金额（元）</th>
              <th aria-label="删除" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key} className={tried && isUnfinished(row) ? "jf-field-wrong" : undefined}>
                <td>
                  <PaperPick
                    label="付款期次"
                    autoFocus={row.key === added}
                    value={row.instalmentId}
                    choices={(typed) =>
                      instalmentChoices(
                        instalments,
                        { contractId: form.contractId, selected: row.instalmentId },
                        typed,
                      )
                    }
                    onChange={(choice) =>
                      change(index, {
                        instalmentId: choice === undefined ? null : asId(choice.value),
                        ...amountFor(row, choice),
                      })
                    }
                  />
                </td>
                <Left row={row} left={left[index]?.instalmentCents ?? null} />
                <td>
                  <PaperPick
                    label="发票"
                    value={row.invoiceId}
                    choices={(typed) =>
                      invoiceChoices(
                        invoices,
                        { payeeName: form.payeeName ?? "", selected: row.invoiceId },
                        typed,
                      )
                    }
                    onChange={(choice) =>
                      change(index, {
                        invoiceId: choice === undefined ? null : asId(choice.value),
                        ...amountFor(row, choice),
                      })
                    }
                  />
                </td>
                <Left row={row} left={left[index]?.invoiceCents ?? null} />
                <td>
                  <MoneyInput
                    aria-label={amountLabel}
                    negative
                    value={row.amountCents}
                    onChange={(amountCents) => change(index, { amountCents })}
                  />
                </td>
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label="删除这一行"
                    onClick={() => remove(index)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div ref={place} className="jf-steps-actions">
        <Button size="small" icon={<PlusOutlined />} onClick={add}>
          添加一行
        </Button>
        {rows.length === 0 || (form.amountCents ?? 0) <= 0 ? null : (
          <Button
            size="small"
            title="从上到下，每行填到期次和发票的剩余，直到付款金额用完"
            onClick={() => onChange(fillUp(rows, balance.amountCents, leftOf))}
          >
            按剩余填满
          </Button>
        )}
      </div>
    </>
  );
}

const amountLabel = "分摊金额";
const none: readonly never[] = [];

/** What is left of a paper for a line; too much for it stands out. */
function Left({ row, left }: Readonly<{ row: AllocationRow; left: Cents | null }>) {
  return (
    <td className={isBeyond(row, left) ? "jf-right jf-num jf-status-block" : "jf-right jf-num jf-soft"}>
      {left === null ? "" : formatYuan(left)}
    </td>
  );
}

const leftOfPapers = (instalments: readonly InstalmentView[], invoices: readonly InvoiceRow[]): LeftOf => {
  const ofInstalment = new Map<string, Cents>(instalments.map((row) => [row.id, row.remainingCents]));
  const ofInvoice = new Map<string, Cents>(
    invoices.map((row) => [row.id, subtractCents(row.payableCents, row.usedCents)]),
  );
  return {
    instalment: (id) => ofInstalment.get(id) ?? null,
    invoice: (id) => ofInvoice.get(id) ?? null,
  };
};
