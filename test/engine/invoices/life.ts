import type { Context } from "#engine/context.ts";
import type { TaxExportInvoice, TaxExportLine } from "#engine/sample/taxExport.ts";
import { createSession } from "#engine/session.ts";
import type { Ledger } from "#engine/store/types.ts";
import { asId, type Id } from "#shared/kernel/id.ts";
import { invoiceOf, lineOf, numberOf, office } from "./office.ts";

/** The office of the imports with a desk to ask for facts. */
export async function lifeOffice(): Promise<
  Readonly<{ ledger: Ledger; context: Context; vendorId: Id; idOf: (number: string) => Promise<Id> }>
> {
  const { ledger, vendorId } = await office();
  const context = await createSession(ledger).context({
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const idOf = async (number: string) => {
    const row = await ledger.read
      .selectFrom("invoice")
      .select("id")
      .where("number", "=", number)
      .where("voidedAt", "is", null)
      .executeTakeFirstOrThrow();
    return asId(row.id);
  };
  return { ledger, context, vendorId, idOf };
}

/** A red invoice of `net` 元 and its tax against the one with this number's end. */
export const redOf = (
  last: number,
  blue: number | null,
  { net = 100, ...more }: Partial<TaxExportInvoice> & Readonly<{ net?: number }> = {},
): TaxExportInvoice =>
  invoiceOf(last, {
    issuedAt: "2022-05-10 09:00:00",
    lines: [lineOf(-net, { quantity: "-2" } satisfies Partial<TaxExportLine>)],
    remark:
      blue === null
        ? ""
        : `被红冲蓝字数电票号码：${numberOf(blue)} 红字发票信息确认单编号：31011722070000000001`,
    ...more,
  });
