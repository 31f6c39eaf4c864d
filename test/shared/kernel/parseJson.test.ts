import { expect, it } from "vitest";
import { parseJson } from "#shared/kernel/parseJson.ts";

it("reads what is JSON, and nothing of what is none", () => {
  expect(parseJson('{"amount":[1,null]}')).toEqual({ amount: [1, null] });
  expect(parseJson("null")).toBeNull();
  for (const text of ["", "{", "undefined", "{'a':1}"]) expect(parseJson(text)).toBeUndefined();
});
