import { CaretDownOutlined, CaretRightOutlined } from "@ant-design/icons";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import type { BudgetLineView } from "#shared/api/projects.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { payModeNames } from "#shared/budget/words.ts";
import { formatYuan, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { Amount } from "../../../components/Amount.tsx";
import { RecordSign } from "../../../components/autosave/SavedField.tsx";
import { choices } from "../../../components/choices.ts";
import { DecimalInput } from "../../../components/inputs/DecimalInput.tsx";
import { MoneyInput } from "../../../components/inputs/MoneyInput.tsx";
import { BudgetLineMore } from "./BudgetLineMore.tsx";
import { type BudgetLineFields, type GridColumn, withAmount } from "./budgetLineFields.ts";
import { codeListId } from "./EconomicCodeList.tsx";
import { useLineSave } from "./useLineSave.ts";

type Props = Readonly<{
  index: number;
  line: BudgetLineFields;
  /** Null while the line is not stored. */
  view: BudgetLineView | null;
  open: boolean;
  onToggle: (open: boolean) => void;
  onCreated: (id: Id) => void;
}>;

/** One line of the grid, and below it what does not fit into a grid. */
export function BudgetRow({ index, line, view, open, onToggle, onCreated }: Props) {
  const form = useLineSave(line, onCreated);
  const { values } = form;
  const expected = calculatedAmount(values);
  const change = (changes: Partial<BudgetLineFields>) => form.choose(withAmount(values, changes));

  const cell = (column: GridColumn, children: ReactNode) => (
    <td data-cell={`${index} ${column}`}>{children}</td>
  );
  const label = (text: string) => `第 ${index + 1} 行${text}`;
  return (
    <>
      <tr className={open ? "jf-grid-open" : ""}>
        <td className="jf-col-more">
          <button
            type="button"
            className="jf-plain"
            aria-expanded={open}
            aria-label={open ? "收起" : "展开更多"}
            disabled={view === null}
            onClick={() => onToggle(!open)}
          >
            {open ? <CaretDownOutlined /> : <CaretRightOutlined />}
          </button>
        </td>
        {cell(
          "name",
          <div className="jf-name-cell">
            <Input
              variant="borderless"
              aria-label={label("名称")}
              autoFocus={view === null}
              placeholder="名称"
              value={values.name}
              onChange={(event) => form.type({ name: event.target.value })}
              onBlur={form.commit}
            />
            <span className="jf-basis" title={values.basis}>
              {values.basis}
            </span>
          </div>,
        )}
        {cell(
          "economicCode",
          <Input
            variant="borderless"
            aria-label={label("经济分类")}
            list={codeListId}
            maxLength={5}
            value={values.economicCode}
            onChange={(event) => form.type({ economicCode: event.target.value })}
            onBlur={form.commit}
          />,
        )}
        {cell(
          "payMode",
          <Select
            variant="borderless"
            aria-label={label("支付方式")}
            options={choices(payModeNames)}
            value={values.payMode}
            onChange={(payMode) => form.choose({ payMode })}
          />,
        )}
        {cell(
          "quantity",
          <DecimalInput
            variant="borderless"
            aria-label={label("数量")}
            value={values.quantity}
            onChange={(quantity) => change({ quantity })}
          />,
        )}
        {cell(
          "unitName",
          <Input
            variant="borderless"
            aria-label={label("单位")}
            value={values.unitName}
            onChange={(event) => form.type({ unitName: event.target.value })}
            onBlur={form.commit}
          />,
        )}
        {cell(
          "unitPrice",
          <DecimalInput
            variant="borderless"
            aria-label={label("单价")}
            value={values.unitPrice}
            onChange={(unitPrice) => change({ unitPrice })}
          />,
        )}
        {cell(
          "periods",
          <DecimalInput
            variant="borderless"
            aria-label={label("期数")}
            value={values.periods}
            onChange={(periods) => change({ periods })}
          />,
        )}
        {cell(
          "amountCents",
          expected === undefined || expected !== values.amountCents ? (
            <MoneyInput
              variant="borderless"
              aria-label={label("金额")}
              value={values.amountCents}
              onChange={(amountCents) => form.choose({ amountCents: amountCents ?? zeroCents })}
            />
          ) : (
            <span className="jf-grid-figure" title="数量 × 单价 × 期数">
              {formatYuan(expected)}
            </span>
          ),
        )}
        <td className="jf-grid-figure">
          <Amount value={view?.paidCents ?? null} />
        </td>
        <td className="jf-grid-figure">
          <Amount value={view?.committedCents ?? null} />
        </td>
        <td className={(view?.availableCents ?? 0) < 0 ? "jf-grid-figure jf-grid-short" : "jf-grid-figure"}>
          <Amount value={view?.availableCents ?? null} />
        </td>
      </tr>
      {expected !== undefined && expected !== values.amountCents ? (
        <tr className="jf-grid-note">
          <td colSpan={12}>
            数量 × 单价 × 期数 应为 {formatYuan(expected)} 元，填写的是 {formatYuan(values.amountCents)} 元。
            <button type="button" className="jf-plain jf-link" onClick={() => change({})}>
              改为 {formatYuan(expected)}
            </button>
          </td>
        </tr>
      ) : null}
      {form.failure === null ? null : (
        <tr className="jf-grid-note">
          <td colSpan={12}>
            <RecordSign form={form} />
          </td>
        </tr>
      )}
      {open && view !== null ? (
        <tr className="jf-grid-more">
          <td />
          <td colSpan={11}>
            <BudgetLineMore form={form} view={view} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
