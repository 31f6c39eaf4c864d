import { entryHash } from "#engine/store/chain.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import type { LedgerDocument, Row } from "#shared/model/ledger.ts";
import { instant, live } from "./common.ts";

export const officeTables = () =>
  ({
    ownUnit: [
      { id: asId("unit-1"), kind: "unit", nature: "institution", creditCode: "12310117MB00000000", note: "" },
    ],
    ownUnitName: [
      {
        id: asId("name-1"),
        ownUnitId: asId("unit-1"),
        name: "上海市松江区广富林街道城市运行管理中心",
        validFrom: isoDate("2021-01-01"),
        validTo: null,
      },
    ],
    fiscalYear: [
      {
        id: asId("year-2022"),
        year: 2022,
        state: "closed",
        paymentCutoff: isoDate("2022-12-20"),
        stateReason: "决算完成",
      },
      { id: asId("year-2023"), year: 2023, state: "open", paymentCutoff: null, stateReason: "" },
    ],
    setting: [{ id: asId("setting-1"), key: "office.name", valueJson: '"广富林街道"' }],
    economicCode: [
      {
        id: asId("code-1"),
        code: "30227",
        name: "委托业务费",
        validFrom: null,
        validTo: null,
        confirmed: 1,
      },
    ],
    holiday: [{ id: asId("holiday-1"), onDate: isoDate("2022-10-08"), kind: "workday", name: "国庆节" }],
    staff: [
      {
        id: asId("staff-1"),
        staffNo: "W-01",
        name: "张网格",
        post: "网格员",
        size: "175/92A",
        joinedOn: isoDate("2021-03-01"),
        leftOn: null,
        note: "",
        ...live,
      },
    ],
    ruleSetting: [
      { id: asId("rule-1"), ruleId: "PAY-03", severity: "off", paramsJson: "{}" },
      { id: asId("rule-2"), ruleId: "PAY-05", severity: null, paramsJson: '{"days":5}' },
    ],
    finding: [findingRow("finding-1", "PAY-03 payment-1"), findingRow("finding-2", "PAY-03 payment-1")],
    decision: [
      decisionRow("decision-1", "finding-1", "2022-07-01T00:00:00.000Z", "accept"),
      decisionRow("decision-2", "finding-2", "2022-07-03T00:00:00.000Z", "reopen"),
      decisionRow("decision-3", "finding-1", "2022-07-02T00:00:00.000Z", "accept"),
    ],
    changeLog: logOf(["登记", "修改"]),
  }) satisfies Partial<LedgerDocument["tables"]>;

const findingRow = (id: string, findingKey: string): Row<"finding"> => ({
  id: asId(id),
  findingKey,
  ruleId: "PAY-03",
  severity: "warn",
  message: "提前付款",
  remedy: "",
  subjectsJson: "[]",
  figuresJson: "{}",
  seenAt: instant,
});

const decisionRow = (
  id: string,
  findingId: string,
  decidedAt: string,
  action: "accept" | "reopen",
): Row<"decision"> => ({
  id: asId(id),
  findingId: asId(findingId),
  action,
  reason: "街道办公会同意",
  decidedBy: "李审核",
  decidedAt,
});

function logOf(actions: readonly string[]): Row<"changeLog">[] {
  let previousHash = "";
  return actions.map((action, index) => {
    const entry = {
      // The order of the log is not that of its ids.
      id: asId(`log-${9 - index}`),
      seq: index + 1,
      at: instant,
      actor: "王经办",
      action,
      entity: "vendor",
      entityId: "vendor-1",
      summary: "",
      beforeJson: null,
      afterJson: "{}",
      previousHash,
      // The first entry is of the first shape.
      step: index === 0 ? null : index + 1,
      undoesStep: null,
    };
    const hash = entryHash(entry);
    previousHash = hash;
    return { ...entry, hash };
  });
}
