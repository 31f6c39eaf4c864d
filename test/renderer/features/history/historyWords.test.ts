import { describe, expect, it } from "vitest";
import type { HistoryStep, RecordChange } from "#shared/api/history.ts";
import {
  mayUndo,
  passedOverText,
  recordTitle,
  stepSummary,
  undoWord,
} from "../../../../renderer/features/history/historyWords.ts";

const record = (changes: Partial<RecordChange> = {}): RecordChange => ({
  entity: "contract",
  label: "合同",
  entityId: "c",
  name: "HT-2022-01 大联动",
  kind: "change",
  count: null,
  fields: [],
  ...changes,
});

const step = (changes: Partial<HistoryStep> = {}): HistoryStep => ({
  step: 7,
  seq: 7,
  at: "2022-07-08T00:00:00Z",
  actor: "王经办",
  action: "修改合同",
  undoesStep: null,
  undone: false,
  records: [record()],
  ...changes,
});

describe("a step in words", () => {
  it("is told of when 撤销 passes it over", () => {
    expect(passedOverText(["新增预算年度", "新增预算年度"])).toBe(
      "跳过了“新增预算年度”、“新增预算年度”：登记的内容会一直保留，不能撤销。",
    );
  });

  it("names its record, and how many more there are", () => {
    expect(recordTitle(record({ kind: "void" }))).toBe("作废合同 HT-2022-01 大联动");
    expect(recordTitle(record({ kind: "bulk", label: "发票", count: 27 }))).toBe("成批发票 27 条");
    expect(recordTitle(record({ name: "" }))).toBe("修改合同");
    expect(stepSummary(step())).toBe("修改合同 HT-2022-01 大联动");
    expect(stepSummary(step({ records: [record(), record()] }))).toBe("修改合同 HT-2022-01 大联动 等 2 处");
    expect(stepSummary(step({ records: [] }))).toBe("");
  });

  it("may be taken back once, and was no step of an older ledger", () => {
    expect(mayUndo(step())).toBe(true);
    expect(mayUndo(step({ undone: true }))).toBe(false);
    expect(mayUndo(step({ step: null }))).toBe(false);
    expect([undoWord(step()), undoWord(step({ undoesStep: 3 }))]).toEqual(["撤销", "重做"]);
  });
});
