const entities: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&ldquo;": "“",
  "&rdquo;": "”",
};

const tag = /<\/?(?:p|br|div|span|strong|b|font)\b[^<>]*>/gi;

/** The tags that stand in a text, each as it was written. */
export const tagsIn = (text: string): readonly string[] => text.match(tag) ?? [];

/** Text copied out of the fiscal system's web pages brings their tags along: paragraphs become lines, the rest goes. */
export function withoutTags(text: string): string {
  if (tagsIn(text).length === 0) return text;
  return text
    .replace(/<br\s*\/?>|<\/(?:p|div)>\s*(?=\S)/gi, "\n")
    .replace(tag, "")
    .replace(/&(?:nbsp|lt|gt|amp|ldquo|rdquo);/g, (entity) => entities[entity] ?? entity)
    .trim();
}
