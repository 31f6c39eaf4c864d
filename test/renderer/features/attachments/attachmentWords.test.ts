import { describe, expect, it } from "vitest";
import { asId } from "#shared/kernel/id.ts";
import { attachmentKinds } from "#shared/model/attachment.ts";
import { attachmentWords } from "#shared/words/words.ts";
import { formatOf, kindsOf, sizeText } from "../../../../renderer/features/attachments/attachmentWords.ts";

const id = asId("1");

describe("attachments", () => {
  it("are of the kinds that a record usually has, every kind somewhere, 其他 everywhere", () => {
    const all = [
      kindsOf({ projectId: id }),
      kindsOf({ contractId: id }),
      kindsOf({ supplementId: id }),
      kindsOf({ acceptanceId: id }),
      kindsOf({ invoiceId: id }),
      kindsOf({ approvalId: id }),
      kindsOf({ paymentId: id }),
    ];
    expect(all.every((kinds) => kinds.at(-1) === "other" && kinds.length > 1)).toBe(true);
    expect(new Set(all.flat())).toEqual(new Set(attachmentKinds));
    expect(kindsOf({ contractId: id }).map((kind) => attachmentWords[kind])[0]).toBe("合同扫描件");
  });

  it.each([
    [1, "1 KB"],
    [2_068, "2 KB"],
    [1_023_000, "999 KB"],
    [1_048_576, "1.0 MB"],
    [52_428_800, "50.0 MB"],
  ])("of %d bytes have %s", (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it("are copied as what they are", () => {
    expect(formatOf({ mediaType: "application/ofd" })).toBe("ofd");
    expect(formatOf({ mediaType: "text/html" })).toBeUndefined();
  });
});
