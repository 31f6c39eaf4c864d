import { headerReader, type TableHeader } from "../excel/tableHeader.ts";
import { excludedWords, headerSynonyms, type InvoiceField, invoiceFields } from "./headerSynonyms.ts";

export type Header = TableHeader<InvoiceField>;

/** The header of an invoice list. */
export const { fieldOfTitle, readHeader, missingColumns, findHeader } = headerReader<InvoiceField>({
  synonyms: headerSynonyms,
  fields: invoiceFields,
  excluded: excludedWords,
  missing: (has) => {
    const missing: string[] = [];
    if (!has("digitalNumber") && !has("paperNumber")) missing.push("发票号码");
    if (!has("issueDate")) missing.push("开票日期");
    if (!has("gross") && !has("net", "tax")) missing.push("价税合计（或金额和税额）");
    return missing;
  },
});
