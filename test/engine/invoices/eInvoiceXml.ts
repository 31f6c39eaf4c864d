import type { TaxExportInvoice } from "#engine/sample/taxExport.ts";
import { cents, formatYuanPlain } from "#shared/kernel/cents.ts";

const money = (value: number): string => formatYuanPlain(cents(value));

/** The 数电票 XML of an invoice as the tax bureau's platform writes it: rates as fractions, the label of its kind in two parts. */
export function eInvoiceXml(
  invoice: TaxExportInvoice,
  more: Readonly<{ label?: string; red?: boolean }> = {},
): string {
  const sum = (pick: (line: TaxExportInvoice["lines"][number]) => number): number =>
    invoice.lines.reduce((total, line) => total + pick(line), 0);
  const [net, tax] = [sum(({ netCents }) => netCents), sum(({ taxCents }) => taxCents)];
  const items = invoice.lines.map(
    (line) =>
      `<IssuItemInformation><ItemName>${line.goodsName}</ItemName><SpecMod>${line.spec ?? ""}</SpecMod><MeaUnits>${line.unitName ?? ""}</MeaUnits>` +
      `<Quantity>${line.quantity ?? ""}</Quantity><UnPrice>${line.unitPrice ?? ""}</UnPrice><Amount>${money(line.netCents)}</Amount>` +
      `<TaxRate>0.06</TaxRate><ComTaxAm>${money(line.taxCents)}</ComTaxAm>` +
      `<TotaltaxIncludedAmount>${money(line.netCents + line.taxCents)}</TotaltaxIncludedAmount>` +
      `<TaxClassificationCode>${line.taxCategoryCode ?? ""}</TaxClassificationCode></IssuItemInformation>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<EInvoice><Header><EIid>${invoice.digitalNumber}</EIid><EInvoiceTag>SWEI3200</EInvoiceTag><Version>0.2</Version>
<InherentLabel><InIssuType><LabelCode>${more.red === true ? "N" : "Y"}</LabelCode><LabelName>是否蓝字发票标志</LabelName></InIssuType>
<EInvoiceType><LabelCode>01</LabelCode><LabelName>电子发票</LabelName></EInvoiceType>
<GeneralOrSpecialVAT><LabelCode>02</LabelCode><LabelName>${more.label ?? "普通发票"}</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData>
<SellerInformation><SellerIdNum>${invoice.sellerTaxId}</SellerIdNum><SellerName>${invoice.sellerName}</SellerName><SellerBankAccNum>31001500000000000001</SellerBankAccNum></SellerInformation>
<BuyerInformation><BuyerIdNum>${invoice.buyerTaxId}</BuyerIdNum><BuyerName>${invoice.buyerName}</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>${money(net)}</TotalAmWithoutTax><TotalTaxAm>${money(tax)}</TotalTaxAm>
<TotalTax-includedAmount>${money(net + tax)}</TotalTax-includedAmount><Drawer>${invoice.drawer ?? ""}</Drawer><RequestTime>2022-03-30 23:59:59</RequestTime></BasicInformation>
${items.join("\n")}
<AdditionalInformation><Remark>${invoice.remark ?? ""}</Remark><InvoiceNumber>88888888888888888888</InvoiceNumber></AdditionalInformation></EInvoiceData>
<SellerAuthentication><AuthenticationMethods>1</AuthenticationMethods></SellerAuthentication>
<TaxSupervisionInfo><InvoiceNumber>${invoice.digitalNumber}</InvoiceNumber><IssueTime>${invoice.issuedAt}</IssueTime><TaxBureauCode>13100000000</TaxBureauCode></TaxSupervisionInfo>
<TaxBureauSignature><SignatureValue>synthetic</SignatureValue></TaxBureauSignature></EInvoice>
`;
}
