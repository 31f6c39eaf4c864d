import { describe, expect, it } from "vitest";
import { RequestError } from "../../../renderer/app/client.ts";
import { errorText } from "../../../renderer/app/errorText.ts";
import { pathTo, pathToSubject, subjectWords } from "../../../renderer/app/paths.ts";
import { resolveScope } from "../../../renderer/app/scope.ts";

const project = (id: string, fiscalYear: number) => ({ id, code: id, name: `项目${id}`, fiscalYear });
const ledger = {
  name: "账本",
  path: "/账本.jingfei",
  years: [2022, 2023],
  projects: [project("a", 2022), project("b", 2022), project("c", 2023)],
};

describe("year and project at the top", () => {
  it("are the last year and all its projects at first", () => {
    const scope = resolveScope({ year: null, projectId: null }, ledger, "2026-01-01");
    expect(scope.years).toEqual([2023, 2022]);
    expect(scope.scope).toEqual({ fiscalYear: 2023, projectId: null });
  });

  it("are what was chosen as long as it exists", () => {
    const chosen = { year: 2022, projectId: "b" };
    expect(resolveScope(chosen, ledger, "2026-01-01").scope).toEqual({ fiscalYear: 2022, projectId: "b" });
    const gone = { ...ledger, years: [2023], projects: [project("c", 2023)] };
    expect(resolveScope(chosen, gone, "2026-01-01").scope).toEqual({ fiscalYear: 2023, projectId: null });
  });

  it("offer only the projects of the year", () => {
    const { projects } = resolveScope({ year: 2022, projectId: "c" }, ledger, "2026-01-01");
    expect(projects.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("know the only project of a year without its being chosen", () => {
    expect(resolveScope({ year: 2023, projectId: null }, ledger, "2026-01-01").singleProject?.id).toBe("c");
    expect(resolveScope({ year: 2022, projectId: null }, ledger, "2026-01-01").singleProject).toBeNull();
  });

  it("take this year in an empty ledger", () => {
    const empty = { ...ledger, years: [], projects: [] };
    expect(resolveScope({ year: null, projectId: null }, empty, "2026-03-01").fiscalYear).toBe(2026);
  });
});

describe("errors", () => {
  it("keep the sentence and the advice of a refusal", () => {
    const error = new RequestError({ code: "disk", message: "磁盘已满。", hint: "请清理后再试。" });
    expect(errorText(error)).toEqual({ message: "磁盘已满。", hint: "请清理后再试。" });
  });

  it("own up to anything else in Chinese", () => {
    const { message, hint } = errorText(new TypeError("x is undefined"));
    expect(message).toContain("程序出现意外");
    expect(hint).toContain("x is undefined");
  });
});

describe("links", () => {
  it("lead to every kind of object, safely", () => {
    for (const kind of Object.keys(subjectWords) as (keyof typeof subjectWords)[]) {
      expect(pathTo(kind, "a/b?c")).toContain("a%2Fb%3Fc");
    }
    expect(pathToSubject({ kind: "payment", id: "1", label: "FK-1" })).toBe("/payments?payment=1");
  });
});
