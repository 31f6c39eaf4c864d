import type { ApiParsed } from "#shared/api/contract.ts";
import type { BudgetLineView } from "#shared/api/projects.ts";
import { calculatedAmount } from "#shared/budget/calculatedAmount.ts";
import { payModeNames } from "#shared/budget/words.ts";
import { parseYuan, zeroCents } from "#shared/kernel/cents.ts";
import type { Id } from "#shared/kernel/id.ts";
import { payModes } from "#shared/model/project.ts";
import { readDecimal } from "../../../components/inputs/readDecimal.ts";

export type BudgetLineFields = ApiParsed<"projects.saveBudgetLine">;

/** The part of a line that is saved. */
export function budgetLineFields(view: BudgetLineView): BudgetLineFields {
  const {
    economicName,
    allocatedCents,
    paidCents,
    committedCents,
    availableCents,
    contractNos,
    voidedAt,
    voidReason,
    ...fields
  } = view;
  return fields;
}

export const newBudgetLine = (projectId: Id, seq: number): BudgetLineFields => ({
  id: null,
  projectId,
  seq,
  name: "",
  economicCode: "",
  payMode: "asNeeded",
  quantity: null,
  unitName: "",
  unitPrice: null,
  periods: null,
  amountCents: zeroCents,
  basis: "",
  procurementType: "none",
  procurementItem: "",
  smeReserved: 0,
  note: "",
  control: "block",
});

/** Changes of a line with what follows from them: quantity × price × periods makes the amount. */
export function withAmount(
  line: BudgetLineFields,
  changes: Partial<BudgetLineFields>,
): Partial<BudgetLineFields> {
  const amountCents = calculatedAmount({ ...line, ...changes });
  return amountCents === undefined ? changes : { ...changes, amountCents };
}

/** The columns of the grid that can be typed and pasted into, in their order. */
export const gridColumns = [
  "name",
  "economicCode",
  "payMode",
  "quantity",
  "unitName",
  "unitPrice",
  "periods",
  "amountCents",
] as const;
export type GridColumn = (typeof gridColumns)[number];

/** What a pasted cell means in a column; `undefined` when it is no such thing. */
export function readCell(column: GridColumn, text: string): Partial<BudgetLineFields> | undefined {
  const plain = text.trim();
  switch (column) {
    case "name":
    case "unitName":
      return { [column]: plain };
    case "economicCode":
      return { economicCode: /^\d{5}/.exec(plain)?.[0] ?? plain };
    case "payMode": {
      const mode = payModes.find((candidate) => plain.startsWith(payModeNames[candidate]));
      return mode === undefined ? undefined : { payMode: mode };
    }
    case "quantity":
    case "unitPrice":
    case "periods": {
      const value = plain === "" ? null : readDecimal(plain);
      return value === undefined ? undefined : { [column]: value };
    }
    case "amountCents": {
      const value = plain === "" ? zeroCents : parseYuan(plain);
      return value === undefined || value < 0 ? undefined : { amountCents: value };
    }
  }
}
