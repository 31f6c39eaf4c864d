import { describe, expect, it } from "vitest";
import { messagesOf, theFinding } from "../checking.ts";
import { adding, attachmentOf, removing, rightRows } from "../sampleRows.ts";

const without = removing(rightRows, "filedPaper", "contractScan-contract-1");

describe("CON-08 扫描件缺失", () => {
  it("asks for the scan once somebody asks for money", () => {
    expect(theFinding(without, "CON-08")).toMatchObject({
      severity: "warn",
      message: "合同HT-2022-01未上传签章扫描件，已有付款单FK-2022-001（2022年4月9日，60,000.00元）。",
      figures: { firstPaymentNo: "FK-2022-001", firstPaymentCents: 6_000_000 },
      subjects: [{ kind: "contract", id: "contract-1" }],
    });
    const unpaid = { ...without, payment: [], allocation: [] };
    expect(messagesOf(unpaid, "CON-08")).toEqual([]);
    expect(messagesOf(without, "CON-08", "2022-04-08")).toEqual([]);
  });

  it("takes only a signed scan of this contract", () => {
    const countersigned = adding(
      without,
      "filedPaper",
      attachmentOf("countersign", { contractId: "contract-1" }),
    );
    expect(messagesOf(countersigned, "CON-08")).toHaveLength(1);
    const scanned = adding(without, "filedPaper", attachmentOf("contractScan", { contractId: "contract-1" }));
    expect(messagesOf(scanned, "CON-08")).toEqual([]);
  });
});
