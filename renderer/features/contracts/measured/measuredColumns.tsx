import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import { formatPeriodText } from "#shared/kernel/dates.ts";
import type { ContractPrice } from "#shared/model/contract.ts";
import { instalmentWords } from "#shared/words/words.ts";
import { buttonColumn } from "../../../components/RowButton.tsx";
import { StatusTag } from "../../../components/StatusTag.tsx";
import { instalmentTones } from "../../../components/statusTones.ts";
import type { TableColumn } from "../../../components/table/column.ts";

const validity = ({ validFrom, validTo }: ContractPrice): string =>
  validFrom === null && validTo === null
    ? "整个合同期限"
    : `${validFrom ?? "合同开始"} 至 ${validTo ?? "合同结束"}`;

export const priceColumns = (
  onRemove: (price: ContractPrice) => void,
): readonly TableColumn<ContractPrice>[] => [
  { key: "name", title: "品名（服务）", kind: "text", width: 140, grow: 1, value: (row) => row.name },
  { key: "unitName", title: "单位", kind: "text", width: 64, value: (row) => row.unitName },
  {
    key: "unitPrice",
    title: "单价（元）",
    kind: "number",
    width: 96,
    value: (row) => row.unitPrice,
  },
  { key: "validity", title: "有效期", kind: "text", width: 184, value: validity },
  buttonColumn({ word: "删除", nameOf: (row) => row.name, onClick: onRemove }),
];

export const measureColumns = (
  { measured }: ContractDetail,
  onVoid: (instalment: InstalmentView) => void,
): readonly TableColumn<InstalmentView>[] => [
  { key: "label", title: "计量", kind: "text", width: 124, value: (row) => row.label },
  {
    key: "period",
    title: "期间",
    kind: "text",
    width: 92,
    value: (row) => formatPeriodText(row.periodFrom, row.periodTo),
  },
  {
    key: "items",
    title: "内容",
    kind: "text",
    width: 110,
    grow: 1,
    value: (row) =>
      measured
        .filter((item) => item.instalmentId === row.id)
        .map(({ name, quantity, unitName }) => `${name} ${quantity}${unitName}`)
        .join("、"),
  },
  { key: "amount", title: "金额", kind: "amount", width: 92, sum: true, value: (row) => row.amountCents },
  {
    key: "status",
    title: "状态",
    kind: "text",
    width: 84,
    value: (row) => instalmentWords[row.status],
    render: (row) => <StatusTag tone={instalmentTones[row.status]}>{instalmentWords[row.status]}</StatusTag>,
  },
  buttonColumn({ nameOf: (row) => row.label, onClick: onVoid }),
];
