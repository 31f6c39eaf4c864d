import { expect, it } from "vitest";
import type { MissingPaper } from "#shared/api/papers.ts";
import { RequestError } from "../../../../renderer/app/client.ts";
import {
  type Answer,
  isBeyondMissing,
  ownerOf,
  problemOf,
} from "../../../../renderer/features/invoices/papers/owner.ts";

const number = "22312000000012345678";
const answered = <Data>(data: Data): Answer<Data> => ({ data, error: null, isPending: false });
const waiting = { data: undefined, error: null, isPending: true };
const refused = {
  data: undefined,
  error: new RequestError({ code: "not-found", message: "账本已经关闭。" }),
  isPending: false,
};
const noneMissing = answered<readonly MissingPaper[]>([]);
const ticket = { kind: "digital", number, code: "", plainNumber: number, type: "", checkCode: "" } as const;
const draft = { ...ticket, issueDate: null, netCents: null, grossCents: null };
const absent = answered({ kind: "draft", draft, missing: [] } as const);

it("is unknown only while the ledger is looking", () => {
  expect(ownerOf(number, waiting, null).kind).toBe("unknown");
  expect(ownerOf(number, noneMissing, waiting).kind).toBe("unknown");
  expect(ownerOf(number, noneMissing, absent).kind).toBe("absent");
  expect(ownerOf("", noneMissing, null).kind).toBe("absent");
});

it("does not take a failure for a number that is not there", () => {
  for (const found of [ownerOf(number, refused, null), ownerOf(number, noneMissing, refused)]) {
    expect(found.kind).toBe("failed");
    expect(problemOf(found, true)).toContain("账本已经关闭。");
  }
  expect(problemOf(ownerOf(number, noneMissing, absent), false)).toBe("账本里没有这个号码的发票。");
});

it("asks the whole ledger once it is known to be none of those that lack a paper", () => {
  expect(isBeyondMissing(number, waiting)).toBe(false);
  expect(isBeyondMissing(number, noneMissing)).toBe(true);
});
