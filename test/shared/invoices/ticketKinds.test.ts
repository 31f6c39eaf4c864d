import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type TicketKind,
  ticketKinds,
  ticketParts,
  ticketShapes,
  typedNumber,
} from "#shared/invoices/ticketKinds.ts";

describe("the number of a ticket that is typed", () => {
  it.each<[TicketKind, string, string, string]>([
    ["digital", "", "2231 2000 0000 0001 2345", "22312000000000012345"],
    ["digital", "ignored", "22312000000000012345", "22312000000000012345"],
    ["digitalPaper", "031002200111", "12345678", "03100220011112345678"],
    ["electronic", "０３１００２２００１１１", "12345678", "03100220011112345678"],
    ["paper", "3100221130", "08831207", "3100221130-08831207"],
    ["paper", "031002200106", "08831207", "03100220010608831207"],
    ["fiscal", "31010122", "0000012345", "31010122-0000012345"],
    ["receipt", "", "沪财〔2022〕15", "沪财〔2022〕15"],
  ])("%s %s %s is %s", (kind, code, number, whole) => {
    expect(typedNumber(kind, code, number)).toEqual({ number: whole });
  });

  it.each<[TicketKind, string, string, "code" | "number", RegExp]>([
    ["digital", "", "2231200000000001234", "number", /数电票的号码应为 20 位数字，现为 19 位/],
    ["digital", "", "2.2312E+19", "number", /20 位/],
    ["electronic", "3100221130", "12345678", "code", /12 位数字，现为 10 位/],
    ["electronic", "031002200111", "1234567", "number", /8 位数字，现为 7 位/],
    ["paper", "31002211", "12345678", "code", /10 位或 12 位数字，现为 8 位/],
    ["fiscal", "3101012", "0000012345", "code", /8 位数字，现为 7 位/],
    ["fiscal", "31010122", "12345678", "number", /10 位数字，现为 8 位/],
    ["receipt", "", "=cmd|calc", "number", /编号/],
    ["receipt", "", " ", "number", /请填写/],
  ])("%s %s %s is refused at %s", (kind, code, number, field, fault) => {
    expect(typedNumber(kind, code, number)).toEqual({ field, fault: expect.stringMatching(fault) });
  });

  it("comes apart again as it was typed, by the number and the type alone", () => {
    const digits = (count: number) =>
      fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: count, maxLength: count });
    const ticket = fc.constantFrom(...ticketKinds.filter((kind) => kind !== "receipt")).chain((kind) => {
      const { codeDigits, numberDigits, types } = ticketShapes[kind];
      return fc.record({
        kind: fc.constant(kind),
        type: fc.constantFrom(...types),
        code: codeDigits.length === 0 ? fc.constant("") : fc.constantFrom(...codeDigits).chain(digits),
        number: digits(numberDigits ?? 4).map((text) => (kind === "digital" ? `2${text.slice(1)}` : text)),
      });
    });
    fc.assert(
      fc.property(ticket, ({ kind, type, code, number }) => {
        const typed = typedNumber(kind, code, number);
        expect(typed).toHaveProperty("number");
        expect(ticketParts("fault" in typed ? "" : typed.number, type)).toEqual({ kind, code, number });
      }),
    );
  });
});
