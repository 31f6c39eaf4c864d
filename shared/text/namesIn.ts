/** "本项目经费", "上述项目经费": a word in place of the name. */
const notName = /^(?:本|该|此|上述|以上|各|全部|所有|年度|其他)/;

/** What a narrative calls the project: "社区综合治理项目经费具体由…" names 社区综合治理. Each name once. */
export function projectNamesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/(?:^|[。；;，,\n])\s*([^。；;，,、\n]{2,30}?)项目经费/g)]
    .map(([, name = ""]) => name.replace(/^\d{4}年(?:度)?/, "").replace(/^[“《](.*)[”》]$/, "$1"))
    .filter((name) => name.length >= 2 && !notName.test(name));
  return [...new Set(names)];
}

/** Who a narrative says carries the project out: "由A负责实施", "由A和B共同实施". */
export const responsibleIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /由([^。；;，,\n]{4,60}?)(?:具体|共同|统一|牵头)*(?:负责|组织|承担)?(?:具体|组织|承担)?实施/g,
    ),
  ].flatMap(([, names = ""]) =>
    names
      .replace(/(?:负责|组织|承担|具体)$/, "")
      .split(/[、]|(?<=[中心处室队办])[和与及]/)
      .map((name) => name.trim()),
  );

/** A text without what it quotes: titles of papers and remarks in brackets may bear names that are no longer in force. */
export const withoutQuotations = (text: string): string =>
  text.replace(/《[^《》]*》|（[^（）]*）|\([^()]*\)/g, "");

/** Whether `short` leaves letters out of `full` and changes none: 街道城运中心 of 广富林街道城市运行管理中心. */
export function isShortFor(short: string, full: string): boolean {
  let from = 0;
  for (const letter of short) {
    const at = full.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
