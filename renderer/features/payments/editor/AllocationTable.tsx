import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { type AllocationRow, type Balance, openAmount } from "../allocations.ts";
import { PaperPick } from "./PaperPick.tsx";
import { instalmentChoices, invoiceChoices, type PaperChoice } from "./paperChoices.ts";
import type { PaymentForm } from "./paymentForm.ts";

type Props = Readonly<{
  form: PaymentForm;
  rows: readonly AllocationRow[];
  balance: Balance;
  newKey: () => string;
  onChange: (rows: readonly AllocationRow[]) => void;
}>;

/** One line: so much of the payment for this instalment against this invoice. */
export function AllocationTable({ form, rows, balance, newKey, onChange }: Props) {
  const { scope, fiscalYear } = useScope();
  const instalments = useApi("schedule.list", scope).data ?? [];
  const invoices = useApi("invoices.list", { fiscalYear }).data ?? [];
  const change = (index: number, changes: Partial<AllocationRow>) => {
    const row = rows[index];
    if (row !== undefined) onChange(rows.with(index, { ...row, ...changes }));
  };
  /** A paper brings the amount along while there is none. */
  const amountFor = (row: AllocationRow, choice: PaperChoice | undefined): Partial<AllocationRow> =>
    row.amountCents !== null || choice === undefined
      ? {}
      : { amountCents: openAmount(balance, choice.leftCents) };
  return (
    <>
      {rows.length === 0 ? (
        <p className="jf-soft jf-allocations-none">还没有分摊。采用下面的建议，或自己添加一行。</p>
      ) : (
        <table className="jf-allocations">
          <thead>
            <tr>
              <th>付款期次</th>
              <th>发票</th>
              <th className="jf-right">金额（元）</th>
              <th aria-label="删除" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <td>
                  <PaperPick
                    label="付款期次"
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
                <td>
                  <MoneyInput
                    aria-label="分摊金额"
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
                    onClick={() => onChange(rows.toSpliced(index, 1))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() =>
          onChange([...rows, { key: newKey(), instalmentId: null, invoiceId: null, amountCents: null }])
        }
      >
        添加一行
      </Button>
    </>
  );
}
