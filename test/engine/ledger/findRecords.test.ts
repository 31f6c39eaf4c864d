import { expect, it } from "vitest";
import { sampleEngine } from "#test/engine/support/engineDesk.ts";

const found = async (text: string) => {
  const { ask } = await sampleEngine();
  return (await ask("ledger.find", { text })).map(({ kind, number, name }) =>
    [kind, number || name].join(" "),
  );
};

it("finds a contract, a payment and an invoice by a part of the number", async () => {
  expect(await found("2022-003")).toEqual(["contract GFL-2022-003"]);
  expect(await found("fk-2022-0024")).toEqual(["payment FK-2022-0024"]);
  expect(await found("11103345987")).toEqual(["invoice 03100220011103345987"]);
});

it("finds contracts, payments and vendors by name, no more than a few of each", async () => {
  const byName = await found("对讲机");
  expect(byName).toContain("contract GFL-2022-004");
  expect(byName.filter((line) => line.startsWith("payment"))).toHaveLength(4);
  expect(await found("上海示例服饰")).toEqual(["vendor 上海示例服饰有限公司"]);
  expect(await found("FK-2022")).toHaveLength(6);
});

it("finds what is void too, and says so", async () => {
  const { ask } = await sampleEngine();
  const voided = (await ask("payments.listVoided", { fiscalYear: 2022, projectId: null }))[0];
  expect(await ask("ledger.find", { text: voided?.paymentNo ?? "" })).toMatchObject([{ isVoid: true }]);
});

it("takes a sign that stands for any text as nothing", async () => {
  expect(await found("股票%")).toEqual([]);
  expect(await found("GFL_2022")).toEqual([]);
});
