import { describe, expect, it } from "vitest";
import { buildSlip } from "#shared/forms/builders/slip.ts";
import { exampleSlip } from "#shared/forms/templates/examples/exampleSheets.ts";
import { templateOf } from "#shared/forms/templates/templates.ts";
import { printValue } from "#shared/forms/values.ts";
import { textGrid } from "#test/shared/forms/textGrid.ts";

describe("what stands above a slip", () => {
  it.each(["amount", "contractSum", "paidBefore", "requestedOn", "payee"] as const)(
    "may be %s, as it reads in its rows",
    (field) => {
      const sh2026 = templateOf("sh-2026");
      const { approvalSlip } = sh2026;
      const above = [{ label: "此处", field, span: approvalSlip.columns.length }];
      const form = buildSlip("approvalSlip", exampleSlip, {
        ...sh2026,
        approvalSlip: { ...approvalSlip, above },
      });
      const said = printValue(exampleSlip.fields[field]);
      expect(said).not.toBe("");
      expect(textGrid(form)[1]).toContain(`此处：${said}`);
    },
  );
});
