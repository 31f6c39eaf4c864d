const entities: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&ldquo;": "“",
  "&rdquo;": "”",
};

/** Text copied out of the fiscal system's web pages brings their tags along: paragraphs become lines, the rest goes. */
export function withoutTags(text: string): string {
  if (!/<\/?(?:p|br|div|span|strong|b|font)\b[^<>]*>/i.test(text)) return text;
  return text
    .replace(/<br\s*\/?>|<\/(?:p|div)>\s*(?=\S)/gi, "\n")
    .replace(/<\/?(?:p|br|div|span|strong|b|font)\b[^<>]*>/gi, "")
    .replace(/&(?:nbsp|lt|gt|amp|ldquo|rdquo);/g, (entity) => entities[entity] ?? entity)
    .trim();
}
