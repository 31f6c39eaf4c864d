import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Select } from "antd";
import { type BudgetColumn, budgetColumns, type Template } from "#shared/forms/templates/template.ts";
import { Field, FieldGroup } from "../../../components/fields/Field.tsx";
import type { PartProps } from "./CommonPart.tsx";

type Columns = Template["budget"]["columns"];

export const budgetColumnWords: Readonly<Record<BudgetColumn, string>> = {
  seq: "序号",
  name: "支出内容",
  economicCode: "经济分类编码",
  economicName: "经济分类名称",
  governmentCode: "政府经济分类编码",
  governmentName: "政府经济分类名称",
  payMode: "支付方式",
  quantity: "数量",
  unitName: "计量单位",
  unitPrice: "单价",
  periods: "期数",
  amount: "金额",
  basis: "测算依据",
  procurementType: "采购类型",
  note: "备注",
};

/** 项目支出预算明细表: which columns, in which order, what they are called and how wide they are. */
export function BudgetPart({ draft, onChange }: PartProps) {
  const { budget } = draft;
  const { columns } = budget;
  const put = (changed: Columns) => onChange({ ...draft, budget: { ...budget, columns: changed } });
  const move = (at: number, to: number) => {
    const rest = columns.filter((_, index) => index !== at);
    const [moved] = columns.slice(at, at + 1);
    if (moved !== undefined) put([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  const leftOut = budgetColumns.filter((key) => !columns.some((column) => column.key === key));
  return (
    <FieldGroup title="预算明细表" columns={1}>
      <Field label="表名" problem={budget.title.trim() === "" ? "不能为空" : undefined}>
        {(id) => (
          <Input
            id={id}
            value={budget.title}
            onChange={({ target }) => onChange({ ...draft, budget: { ...budget, title: target.value } })}
          />
        )}
      </Field>
      {columns.map((column, at) => {
        const word = budgetColumnWords[column.key];
        return (
          <div key={column.key} className="jf-template-column">
            <span className="jf-soft">{word}</span>
            <Input.TextArea
              autoSize
              aria-label={`${word}：栏名`}
              value={column.heading}
              onChange={({ target }) =>
                put(columns.map((old, index) => (index === at ? { ...old, heading: target.value } : old)))
              }
            />
            <InputNumber
              aria-label={`${word}：宽度`}
              min={2}
              max={150}
              value={column.width}
              onChange={(width) =>
                put(columns.map((old, index) => (index === at ? { ...old, width: width ?? old.width } : old)))
              }
            />
            <Button
              type="text"
              aria-label={`${word}：左移`}
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
            />
            <Button
              type="text"
              aria-label={`${word}：右移`}
              icon={<ArrowDownOutlined />}
              disabled={at === columns.length - 1}
              onClick={() => move(at, at + 1)}
            />
            <Button
              type="text"
              aria-label={`${word}：不要这一栏`}
              icon={<CloseOutlined />}
              onClick={() => put(columns.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <Select<BudgetColumn | null>
        aria-label="增加一栏"
        placeholder="增加一栏"
        value={null}
        options={leftOut.map((key) => ({ value: key, label: budgetColumnWords[key] }))}
        onChange={(key) =>
          key !== null && put([...columns, { key, heading: budgetColumnWords[key], width: 12 }])
        }
      />
    </FieldGroup>
  );
}
