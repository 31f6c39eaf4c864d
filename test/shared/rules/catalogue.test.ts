import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { asId } from "#shared/kernel/id.ts";
import { ruleEntries } from "#shared/rules/catalogue.ts";
import { ruleName } from "#shared/rules/registry.ts";
import { catalogueFile, rulesPage } from "../../../build/docs/rules.ts";

describe("the rule catalogue", () => {
  it("in docs/rules.md is what the rules say (else run: node build/docs/rules.ts)", () => {
    expect(readFileSync(catalogueFile, "utf8")).toBe(rulesPage());
  });

  it("gives no unconfirmed value a false authority", () => {
    const page = rulesPage();
    expect(page).toContain("签订合同的起点金额，默认10,000.00元（未经确认）");
    expect(page).toContain("“三重一大”起点金额，请先填写本区限额，填写之前本规则不启用");
    expect(page).toContain("补充金额占原合同的上限，默认10.00%\n");
  });

  it("shows what the office set beside the defaults", () => {
    const settings = [
      { id: asId("s"), ruleId: "CON-01", severity: "warn", paramsJson: '{"limitCents":5000000}' },
      { id: asId("t"), ruleId: "PAY-03", severity: "off", paramsJson: '{"nothing":1}' },
    ] as const;
    const entries = new Map(ruleEntries(settings).map((entry) => [entry.id, entry]));
    expect(entries.get("CON-01")).toMatchObject({
      defaultSeverity: "block",
      severity: "warn",
      params: [
        { key: "limitCents", kind: "cents", value: 5_000_000, defaultValue: 1_000_000, confirmed: false },
      ],
    });
    expect(entries.get("PAY-03")).toMatchObject({ severity: "off", params: [] });
    expect(ruleEntries().find((entry) => entry.id === "CON-01")?.severity).toBe("block");
  });

  it("names a rule, and one it does not know by its id", () => {
    expect(ruleName("PAY-01")).toBe("累计超合同");
    expect(ruleName("XX-99")).toBe("XX-99");
  });
});
