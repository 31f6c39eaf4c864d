import { describe, expect, it } from "vitest";
import { noBurst, takeKey } from "../../../../renderer/features/invoices/scan/scanBurst.ts";

/** What comes of keys that follow each other after so many milliseconds. */
function typed(keys: readonly string[], pause: number) {
  let [burst, at] = [noBurst, 1_000];
  const taken = keys.map((key) => {
    const step = takeKey(burst, { key, at });
    burst = step.burst;
    at += pause;
    return step;
  });
  return { scanned: taken.at(-1)?.scanned, fast: taken.map(({ fast }) => fast) };
}

const code = "01,32,,22312000000000012345,1060.00,20220615,,1DD6,";

describe("keys without a field", () => {
  it("are a scan when they come faster than anybody types and end with Enter", () => {
    expect(typed([...code, "Enter"], 12).scanned).toBe(code);
    const withShift = [...code].flatMap((sign) => (sign === "D" ? ["Shift", sign] : [sign]));
    expect(typed([...withShift, "Enter"], 12).scanned).toBe(code);
  });

  it("are none when a person types them, or too few of them", () => {
    expect(typed([...code, "Enter"], 110).scanned).toBeNull();
    expect(typed([..."12345678", "Enter"], 12).scanned).toBeNull();
    expect(typed([...code], 12).scanned).toBeNull();
    expect(typed(["Enter"], 12).scanned).toBeNull();
  });

  it("are kept from the page once they come as from a scanner, and its Enter too", () => {
    const { fast } = typed([...code, "Enter"], 12);
    expect(fast.slice(0, 3)).toEqual([false, false, false]);
    expect(fast.slice(3)).not.toContain(false);
    expect(typed(["ArrowDown", "ArrowDown", "Enter"], 12).fast).toEqual([false, false, false]);
  });

  it("begin anew after a pause", () => {
    const first = takeKey(noBurst, { key: "9", at: 0 });
    const next = takeKey(first.burst, { key: "0", at: 2_000 });
    expect(next.burst.text).toBe("0");
  });
});
