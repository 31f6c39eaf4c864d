import { openLedger } from "#engine/ledger/openLedger.ts";
import { insertRows } from "#engine/store/bulk.ts";
import { insertRow } from "#engine/store/rows.ts";
import { systemClock } from "#engine/store/systemClock.ts";
import { asId } from "#shared/kernel/id.ts";
import { invoiceRow, vendorRow } from "../rowsOf.ts";

// Writes one transaction after the other into the ledger named on the command line, from the given number on: a vendor
// and seven invoices that bear its number. Says the number when it is committed. Ends when it is killed.
const [, , path = "", first = "0"] = process.argv;
const ledger = await openLedger({ path, clock: systemClock });
for (let number = Number(first); ; number += 1) {
  await ledger.write({ actor: "子进程", action: "写入" }, async (tx) => {
    const vendorId = asId(`vendor-${number}`);
    await insertRow(tx, "vendor", vendorRow({ id: vendorId, creditCode: null }));
    const invoices = Array.from({ length: 7 }, (_, index) =>
      invoiceRow({ id: asId(`${number}-${index}`), number: `${number}-${index}`, vendorId }),
    );
    await insertRows(tx, "invoice", invoices);
  });
  process.stdout.write(`${number}\n`);
}
