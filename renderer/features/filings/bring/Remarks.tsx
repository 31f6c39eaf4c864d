import type { Remark } from "#shared/filings/brought.ts";
import type { Candidate } from "#shared/filings/offers.ts";

const words: Readonly<Record<Remark["kind"], string>> = {
  unsure: "拿不准",
  inferred: "推断",
  cleaned: "已清理",
};

/** What was done to a value as it was read, and what must be looked at. */
export function Remarks({ candidate: { remarks } }: Readonly<{ candidate: Candidate }>) {
  const texts = [...new Set(remarks.map(({ kind, text }) => `${words[kind]}：${text}`))];
  return texts.map((text) => (
    <span key={text} className={text.startsWith("拿不准") ? "jf-read-remark jf-warn" : "jf-read-remark"}>
      {text}
    </span>
  ));
}
