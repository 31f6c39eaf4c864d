import { describe, expect, it } from "vitest";
import { contractRoutes } from "#shared/api/contracts.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { problemNames, problemsOf } from "../../../../renderer/components/fields/problems.ts";
import {
  forInstalment,
  newAcceptance,
  nextToAccept,
} from "../../../../renderer/features/contracts/acceptanceDraft.ts";
import { draftOf, newContract, termProblem } from "../../../../renderer/features/contracts/contractDraft.ts";
import { ofVendor, wantedContract } from "../../../../renderer/features/contracts/useOpenContract.ts";
import { contractView, quarters } from "./views.ts";

const schema = contractRoutes["contracts.save"].input;

describe("a contract while it is written", () => {
  it("says in Chinese what it still needs", () => {
    const problems = problemsOf(schema, newContract(null, 2022));
    expect([...problems.keys()]).toEqual(["contractNo", "name", "projectId", "budgetLineId", "vendorId"]);
    expect(problemNames(problems)).toBe("合同编号、名称、项目、预算明细、供应商");
    expect([...problems.values()].every((text) => /[一-鿿]/.test(text))).toBe(true);
  });

  it("can be saved as it was read", () => {
    expect(problemsOf(schema, draftOf(contractView())).size).toBe(0);
  });

  it("does not end before it begins", () => {
    const draft = { ...newContract(null, 2022), endDate: isoDate("2021-12-31") };
    expect(termProblem(draft)).toBe("结束日期早于开始日期");
    expect(termProblem(newContract(null, 2022))).toBeUndefined();
  });
});

describe("an acceptance while it is written", () => {
  const today = isoDate("2022-07-08");

  it("begins with the first instalment that is over and not accepted", () => {
    expect(nextToAccept(quarters, today)?.id).toBe("quarter-1");
    const draft = newAcceptance({ contract: contractView(), instalments: quarters }, today, "沈经办");
    expect(draft).toMatchObject({
      instalmentId: "quarter-1",
      periodFrom: "2022-01-01",
      periodTo: "2022-03-31",
      acceptedOn: "2022-07-08",
      acceptedBy: "沈经办",
    });
  });

  it("names no instalment while none is over", () => {
    expect(nextToAccept(quarters, isoDate("2022-02-01"))).toBeUndefined();
  });

  it("takes the days of the instalment that is chosen, and keeps them when none is", () => {
    expect(forInstalment(quarters, asId("quarter-2"))).toEqual({
      instalmentId: "quarter-2",
      periodFrom: "2022-04-01",
      periodTo: "2022-06-30",
    });
    expect(forInstalment(quarters, null)).toEqual({ instalmentId: null });
  });
});

describe("the contract a link asks for", () => {
  const none = { contract: null, instalment: null, acceptance: null };

  it("is found by itself, by an instalment, by an acceptance", () => {
    const accepted = quarters.map((row, index) =>
      index === 1
        ? {
            ...row,
            acceptance: {
              ...newAcceptance(
                { contract: contractView(), instalments: quarters },
                isoDate("2022-07-08"),
                "",
              ),
              id: asId("paper-2"),
              acceptedOn: isoDate("2022-07-05"),
              periodFrom: row.periodFrom,
              periodTo: row.periodTo,
              voidedAt: null,
              voidReason: null,
            },
          }
        : row,
    );
    expect(wantedContract({ ...none, contract: "c-9" }, [])).toEqual({
      contractId: "c-9",
      instalmentId: null,
    });
    expect(wantedContract({ ...none, instalment: "quarter-3" }, accepted)).toEqual({
      contractId: "contract-1",
      instalmentId: "quarter-3",
    });
    expect(wantedContract({ ...none, acceptance: "paper-2" }, accepted).instalmentId).toBe("quarter-2");
    expect(wantedContract(none, accepted)).toEqual({ contractId: null, instalmentId: null });
  });

  it("may be any of one vendor", () => {
    const contracts = [contractView(), contractView({ id: asId("other"), vendorId: asId("vendor-2") })];
    expect(ofVendor(contracts, "vendor-2").map(({ id }) => id)).toEqual(["other"]);
    expect(ofVendor(contracts, null)).toBe(contracts);
  });
});
