import type { FindingText } from "#shared/rules/finding.ts";

/** What papers say against each other, one under the other. A text that stands alone is in the sentence already. */
export function PaperTexts({ texts = [] }: Readonly<{ texts?: readonly FindingText[] | undefined }>) {
  if (texts.length < 2) return null;
  return (
    <dl className="jf-finding-texts">
      {texts.map(({ paper, place, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the texts of a finding come and go together
        <div key={index}>
          <dt className="jf-faint">
            {paper}　{place}
          </dt>
          <dd>{text === "" ? "（空）" : text}</dd>
        </div>
      ))}
    </dl>
  );
}
