import { describe, expect, it } from "vitest";
import { withExtension } from "../../../electron/main/fileNames.ts";

describe("withExtension", () => {
  it("adds the ending only where it is missing", () => {
    expect(withExtension("/d/预算", "xlsx")).toBe("/d/预算.xlsx");
    expect(withExtension("/d/预算.XLSX", "xlsx")).toBe("/d/预算.XLSX");
    expect(withExtension("/d/2022.5", "pdf")).toBe("/d/2022.5.pdf");
  });
});
