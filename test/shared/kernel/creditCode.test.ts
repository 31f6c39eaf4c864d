import { describe, expect, it } from "vitest";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";

describe("checkCreditCode", () => {
  it.each([
    "91530000291993988P",
    "915300007194052520",
    "91500226MA60KH3C0Q",
    "915300007873997205",
    "52310106751466629W",
    "11341802556345493F",
    "11310117000000019T",
    "12310117MB00000000",
    "91310117MA1J000060",
    "91310117000000027D",
    "91310117MA1J00014T",
    "91310115000000035B",
    " 91530000291993988p ",
  ])("%s is right", (code) => {
    expect(checkCreditCode(code)).toEqual({ kind: "valid" });
  });

  it.each([
    ["91330106589876543T", "1"],
    ["91310108MA1N22179P", "D"],
  ])("%s should end in %s", (code, expected) => {
    expect(checkCreditCode(code)).toEqual({ kind: "wrong", expected });
  });

  it("notices every single wrong character", () => {
    const code = "91530000291993988P";
    for (let index = 0; index < code.length; index += 1) {
      const other = code.charAt(index) === "7" ? "3" : "7";
      expect(checkCreditCode(code.slice(0, index) + other + code.slice(index + 1)).kind).toBe("wrong");
    }
  });

  it.each(["", "310117123456789", "91530000291993988", "9153000O291993988P", "31011719900101001X00"])(
    "%j cannot be verified",
    (code) => {
      expect(checkCreditCode(code)).toEqual({ kind: "unverifiable" });
    },
  );
});
