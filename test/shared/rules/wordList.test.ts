import { expect, it } from "vitest";
import { filedPapersOf } from "#shared/rules/filedPapers.ts";
import { remembering } from "#shared/rules/remembering.ts";
import { wordsIn } from "#shared/rules/wordList.ts";
import { attachmentOf } from "./sampleRows.ts";

it("a text parameter is a list of words, however they are separated", () => {
  expect(wordsIn(" 办公费、差旅费，会议费; 培训费\n接待费、")).toEqual([
    "办公费",
    "差旅费",
    "会议费",
    "培训费",
    "接待费",
  ]);
  expect(wordsIn(" ")).toEqual([]);
});

it("papers are known by the record they lie behind and their kind", () => {
  const filed = filedPapersOf([
    attachmentOf("contractScan", { contractId: "contract-1" }),
    attachmentOf("minutes", { contractId: "contract-1", projectId: "project-1" }),
  ]);
  expect(filed.has("contract-1", "contractScan")).toBe(true);
  expect([filed.has("contract-1", "minutes"), filed.has("project-1", "minutes")]).toEqual([true, true]);
  expect([filed.has("contract-1", "invoice"), filed.has("contract-2", "contractScan")]).toEqual([
    false,
    false,
  ]);
});

it("what was worked out is remembered, nothing too", () => {
  let asked = 0;
  const lengthOf = remembering((text: string) => {
    asked += 1;
    return text === "" ? undefined : text.length;
  });
  expect([lengthOf("ab"), lengthOf("ab"), lengthOf(""), lengthOf("")]).toEqual([2, 2, undefined, undefined]);
  expect(asked).toBe(2);
});
