import { expect, it } from "vitest";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { whyNotFrozen } from "../../../../renderer/features/filings/versions/whyNotFrozen.ts";

const projectId = asId("project");

it("freezes what is on the screen: a project's paper of today, and no other", () => {
  expect(whyNotFrozen({ projectId }, null)).toBeUndefined();
  expect(whyNotFrozen({ fiscalYear: 2022, projectId }, null)).toBeUndefined();
  expect(whyNotFrozen({ fiscalYear: 2022, projectId: null }, null)).toMatch("选择一个项目");
  expect(whyNotFrozen({ fiscalYear: 2022, projectId }, isoDate("2022-03-31"))).toMatch("清空“截至”");
});
