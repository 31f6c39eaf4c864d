import type { InvoiceField } from "../headerSynonyms.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { ValueKind } from "./valueKinds.ts";

/** What the values of a field can be; a field that is not here can be any text. */
const kinds: Readonly<Partial<Record<InvoiceField, readonly ValueKind[]>>> = {
  seq: ["counting", "decimal"],
  code: ["code"],
  paperNumber: ["paper", "digital", "dashed"],
  digitalNumber: ["digital", "paper", "dashed"],
  sellerTaxId: ["taxId"],
  buyerTaxId: ["taxId"],
  sellerName: ["words"],
  buyerName: ["words"],
  issueDate: ["date", "decimal"],
  taxCategoryCode: ["category", "decimal"],
  goodsName: ["words"],
  quantity: ["decimal"],
  unitPrice: ["decimal"],
  net: ["money"],
  taxRate: ["rate", "decimal"],
  tax: ["money", "rate"],
  gross: ["money"],
  status: ["status", "counting"],
};

/** Whether some value of a column can be what its title says. Of one value alone nothing is concluded. */
export function fits(field: InvoiceField, profile: ColumnProfile | undefined): boolean {
  if (profile === undefined || profile.filled < 2) return true;
  if (field === "unitName") return profile.count("company") < profile.filled;
  const wanted = kinds[field];
  return wanted === undefined || wanted.some((kind) => profile.count(kind) > 0);
}
