import { expect, it } from "vitest";
import { copyName } from "../../../renderer/app/openCopy.ts";

it("names a copy as the file is named, the ending left to what it is", () => {
  const names = ["合同.PDF", "照片.jpeg", "GFL-2022.001", ".pdf", "a".repeat(130)];
  expect(names.map(copyName)).toEqual(["合同", "照片", "GFL-2022.001", "附件", "a".repeat(100)]);
});
