import { describe, expect, it } from "vitest";
import { type CheckLine, checkStyle, checkText } from "#shared/forms/builders/checkLine.ts";

describe("checkText and checkStyle", () => {
  const finding = (severity: CheckLine["severity"], accepted: string | null): CheckLine => ({
    ruleId: "PAY-02",
    severity,
    message: "超出。",
    accepted,
  });

  it("shows the gravest first and those that were accepted last", () => {
    expect(
      checkText([
        finding("hint", null),
        finding("block", "已说明"),
        finding("warn", null),
        finding("block", null),
      ]),
    ).toBe(
      "【阻断】超出。（PAY-02）\n【警告】超出。（PAY-02）\n【提示】超出。（PAY-02）\n【已处理】超出。（PAY-02）处理意见：已说明",
    );
  });

  it("takes its colour from what is still open", () => {
    expect(checkStyle([])).toBe("text");
    expect(checkStyle([finding("hint", null)])).toBe("text");
    expect(checkStyle([finding("warn", null), finding("block", "已说明")])).toBe("warned");
    expect(checkStyle([finding("warn", null), finding("block", null)])).toBe("blocked");
  });
});
