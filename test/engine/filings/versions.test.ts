import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectId } from "#engine/sample/project.ts";
import { cents } from "#shared/kernel/cents.ts";
import { type EngineDesk, sampleEngine } from "#test/engine/support/engineDesk.ts";

const freezeBudget = ({ ask }: EngineDesk, note = "") =>
  ask("filings.freeze", { projectId, form: "budget", note });

const raiseFirstLine = async ({ ask }: EngineDesk) => {
  const { budgetLines } = await ask("projects.get", { id: projectId });
  const line = budgetLines.find(({ quantity }) => quantity === null) ?? budgetLines[0];
  if (line === undefined) throw new Error("the sample has budget lines");
  const { id, seq, name, economicCode, payMode, unitName, basis, procurementType, procurementItem } = line;
  const rest = { smeReserved: line.smeReserved, note: line.note, control: line.control };
  const lump = { quantity: null, unitPrice: null, periods: null, amountCents: cents(line.amountCents + 100) };
  const kept = { id, projectId, seq, name, economicCode, payMode, unitName, basis, procurementType };
  await ask("projects.saveBudgetLine", { ...kept, procurementItem, ...rest, ...lump });
  return name;
};

describe("freezing a paper", () => {
  it("keeps who, when, why and a file for every format", async () => {
    const engine = await sampleEngine();
    await freezeBudget(engine, "送街道预审");
    const { papers } = await engine.ask("filings.versions", { projectId });
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({ form: "budget", changedSince: false });
    expect(papers[0]?.versions[0]).toMatchObject({ versionNo: 1, frozenBy: "沈经办", note: "送街道预审" });
    expect(papers[0]?.versions[0]?.files.map(({ format }) => format)).toEqual(["docx", "pdf", "xlsx"]);
  });

  it("makes no second version of the same content, and says so", async () => {
    const engine = await sampleEngine();
    const first = await freezeBudget(engine);
    expect(await freezeBudget(engine)).toEqual({ ...first, isNew: false });
    expect((await engine.ask("filings.versions", { projectId })).papers[0]?.versions).toHaveLength(1);
  });

  it("gives a file back byte for byte after the paper was changed", async () => {
    const engine = await sampleEngine();
    await freezeBudget(engine);
    const { papers } = await engine.ask("filings.versions", { projectId });
    const file = papers[0]?.versions[0]?.files.find(({ format }) => format === "pdf");
    if (file === undefined) throw new Error("a PDF was kept");
    const read = async (name: string) => {
      await engine.ask("filings.versionFile", { fileId: file.id, file: engine.grant(name) });
      return readFileSync(path.join(engine.folder, name));
    };
    const before = await read("一.pdf");
    await raiseFirstLine(engine);
    expect((await engine.ask("filings.versions", { projectId })).papers[0]?.changedSince).toBe(true);
    expect((await read("二.pdf")).equals(before)).toBe(true);
    expect(before.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("shows how the paper of now differs, and how one version became the next", async () => {
    const engine = await sampleEngine();
    const first = await freezeBudget(engine);
    const name = await raiseFirstLine(engine);
    const now = await engine.ask("filings.difference", { fromId: first.versionId });
    expect(now.toLabel).toBe("现在的账本");
    const line = now.difference.entries.find((entry) => entry.name === name);
    expect(line?.cells.find(({ label }) => label.startsWith("金额"))).toMatchObject({ deltaCents: 100 });
    const second = await freezeBudget(engine);
    expect(second.versionNo).toBe(2);
    const between = await engine.ask("filings.difference", {
      fromId: first.versionId,
      toId: second.versionId,
    });
    expect(between.difference).toEqual(now.difference);
  });

  it("compares no two kinds of paper", async () => {
    const engine = await sampleEngine();
    const budget = await freezeBudget(engine);
    const targets = await engine.ask("filings.freeze", { projectId, form: "targets" });
    const input = { fromId: budget.versionId, toId: targets.versionId };
    expect(await engine.refusal("filings.difference", input)).toMatchObject({ code: "bad-request" });
  });
});
