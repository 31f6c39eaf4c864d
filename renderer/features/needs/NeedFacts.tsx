import type { NeedDetail } from "#shared/api/needs.ts";
import { type Cents, formatYuan, subtractCents } from "#shared/kernel/cents.ts";
import type { Decimal } from "#shared/kernel/decimal.ts";
import { Facts } from "../../components/Facts.tsx";
import { formatDecimal } from "../../components/inputs/readDecimal.ts";
import { PaperLink } from "../../components/PaperLink.tsx";

/** What a need comes to, and its money against the budget line. */
export function NeedFacts({ detail: { need, line } }: Readonly<{ detail: NeedDetail }>) {
  const quantity = (value: Decimal | null, cents: Cents | null) =>
    value === null ? null : (
      <span className="jf-num">
        {formatDecimal(value)} {need.unitName}
        {cents === null ? "" : `，${formatYuan(cents)} 元`}
      </span>
    );
  const terms = [
    need.unitPrice === null ? null : `${formatDecimal(need.unitPrice)} 元/${need.unitName}`,
    need.perPerson === null ? null : `每人 ${need.perPerson} ${need.unitName}`,
    need.replaceYears === null ? null : `满 ${need.replaceYears} 年更换`,
  ].filter((text) => text !== null);
  const left = need.leftQuantity?.startsWith("-") ?? false;
  const room = line === null ? null : subtractCents(line.allocatedCents, line.plannedCents);
  return (
    <Facts
      items={[
        { label: "标准", value: terms.join("，") },
        {
          label: need.perPerson === null ? "计划" : "本年应发",
          value: quantity(need.plannedQuantity, need.plannedCents),
        },
        { label: "本年已发", value: quantity(need.issuedQuantity, need.issuedCents) },
        {
          label: left ? "超发" : "剩余",
          value: (
            <span className={left ? "jf-status-warn" : ""}>
              {quantity(need.leftQuantity, need.leftCents)}
            </span>
          ),
        },
        ...(line === null
          ? []
          : [
              {
                label: "预算明细",
                value: (
                  <PaperLink kind="budgetLine" id={line.id}>
                    {line.name}
                  </PaperLink>
                ),
              },
              {
                label: "预算",
                wide: true,
                value: (
                  <span className="jf-num">
                    {formatYuan(line.allocatedCents)} 元，各项需求计划合计 {formatYuan(line.plannedCents)}{" "}
                    元，
                    {room !== null && room < 0 ? (
                      <span className="jf-status-warn">
                        超出 {formatYuan(subtractCents(line.plannedCents, line.allocatedCents))} 元
                      </span>
                    ) : (
                      `余 ${formatYuan(room ?? line.allocatedCents)} 元`
                    )}
                    ；已付 {formatYuan(line.paidCents)} 元
                  </span>
                ),
              },
            ]),
        ...(need.note === "" ? [] : [{ label: "备注", value: need.note, wide: true }]),
      ]}
    />
  );
}
