import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal } from "#shared/kernel/decimal.ts";
import { cellText, readCell } from "../../../../../renderer/features/rentals/sheet/cellText.ts";

const base = { quantity: decimal("26"), unitPrice: decimal("85") };
const nothing = { quantity: null, unitPrice: null };

const read = (
  text: string,
  from: Parameters<typeof readCell>[1] = base,
  plain: "quantity" | "unitPrice" = "quantity",
) => {
  const typed = readCell(text, from, plain);
  return typed.kind === "terms" ? cellText(typed.terms) : typed.kind;
};

describe("a month as it is typed", () => {
  it.each([
    ["24", "24×85"],
    [" 1,024 ", "1024×85"],
    ["２４", "24×85"],
    ["24×80", "24×80"],
    ["24*80.50", "24×80.5"],
    ["24 x 80", "24×80"],
    ["*80", "26×80"],
    ["@80", "26×80"],
    ["24×", "24×85"],
    ["免", "26×85免"],
    ["免租", "26×85免"],
    ["m", "26×85免"],
    ["30×90免", "30×90免"],
    ["0", "0×85"],
  ])("%s is %s", (text, shown) => {
    expect(read(text)).toBe(shown);
  });

  it.each(["", "  ", "-", "—"])("is empty where nothing is let: %s", (text) => {
    expect(read(text)).toBe("none");
  });

  it.each(["abc", "-3", "24×80×2", "1e3", "26台"])("is not guessed: %s", (text) => {
    expect(readCell(text, base, "quantity")).toMatchObject({
      kind: "wrong",
      problem: `看不懂“${text}”。请写数量（26）、数量×单价（26×85）、×单价（×85）或 免（也可写 m）。`,
    });
  });

  it("is a price where numbers are prices", () => {
    expect(read("80", base, "unitPrice")).toBe("26×80");
    expect(read("24×80", base, "unitPrice")).toBe("24×80");
  });

  it("needs both once", () => {
    expect(readCell("24", nothing, "quantity")).toMatchObject({
      problem: expect.stringContaining("还没有单价"),
    });
    expect(readCell("免", nothing, "quantity")).toMatchObject({
      problem: expect.stringContaining("还没有数量"),
    });
    expect(read("24×80", nothing)).toBe("24×80");
  });

  it("ends a free month", () => {
    expect(readCell("26", base, "quantity")).toEqual({ kind: "terms", terms: { ...base, free: false } });
  });

  it("is read back as it is shown, whatever it is", () => {
    const terms = fc.record({
      quantity: fc.nat({ max: 100_000 }).map((value) => decimal((value / 10).toFixed(1))),
      unitPrice: fc.nat({ max: 1_000_000 }).map((value) => decimal((value / 100).toFixed(2))),
      free: fc.boolean(),
    });
    fc.assert(
      fc.property(terms, fc.constantFrom("quantity" as const, "unitPrice" as const), (shown, plain) => {
        expect(readCell(cellText(shown), nothing, plain)).toEqual({ kind: "terms", terms: shown });
      }),
    );
  });
});
