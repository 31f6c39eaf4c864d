import { PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import type { ManualLine } from "#shared/api/invoiceLife.ts";
import { zeroCents } from "#shared/kernel/cents.ts";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { RowButton } from "../../../components/RowButton.tsx";
import { emptyLine } from "./manualDraft.ts";

type Props = Readonly<{
  lines: readonly ManualLine[];
  problem: string | undefined;
  onChange: (lines: ManualLine[]) => void;
}>;

/** 发票明细, as far as somebody wants to type them; a discount is a line below zero. */
export function LineRows({ lines, problem, onChange }: Props) {
  const [added, setAdded] = useState<number | null>(null);
  const put = (at: number, changes: Partial<ManualLine>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  return (
    <section className="jf-form-group">
      <h3>明细（可以不填）</h3>
      {lines.length === 0 ? null : (
        <table className="jf-manual-lines">
          <thead>
            <tr>
              {["货物或服务", "数量", "单价", "金额", "税率", "税额", ""].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by
              <tr key={at}>
                <td>
                  <Input
                    aria-label={`第${at + 1}行货物或服务`}
                    autoFocus={at === added}
                    value={line.goodsName}
                    onChange={(event) => put(at, { goodsName: event.target.value })}
                  />
                </td>
                <td>
                  <DecimalInput
                    aria-label={`第${at + 1}行数量`}
                    value={line.quantity}
                    onChange={(quantity) => put(at, { quantity })}
                  />
                </td>
                <td>
                  <DecimalInput
                    aria-label={`第${at + 1}行单价`}
                    value={line.unitPrice}
                    onChange={(unitPrice) => put(at, { unitPrice })}
                  />
                </td>
                <td>
                  <MoneyInput
                    aria-label={`第${at + 1}行金额`}
                    negative
                    value={line.netCents}
                    onChange={(netCents) => put(at, { netCents: netCents ?? zeroCents })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`第${at + 1}行税率`}
                    placeholder="6%、免税"
                    value={line.taxRate}
                    onChange={(event) => put(at, { taxRate: event.target.value.trim() })}
                  />
                </td>
                <td>
                  <MoneyInput
                    aria-label={`第${at + 1}行税额`}
                    negative
                    value={line.taxCents}
                    onChange={(taxCents) => put(at, { taxCents: taxCents ?? zeroCents })}
                  />
                </td>
                <td>
                  <RowButton
                    word="去掉"
                    of={`第${at + 1}行`}
                    onClick={() => onChange(lines.filter((_, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problem === undefined ? null : (
        <p className="jf-field-problem" role="alert">
          {problem}
        </p>
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          setAdded(lines.length);
          onChange([...lines, emptyLine]);
        }}
      >
        加一行
      </Button>
    </section>
  );
}
