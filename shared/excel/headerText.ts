/** Units in brackets say nothing about which column it is; "（不含税）" does, and so does 万元, which we do not read. */
const unitNote = /\((?:单位:?)?(?:人民币)?(?:元|¥|RMB|%|必填|选填|可选|文本)+\)/gi;

/**
 * Brings a column title to the form the synonym table is written in: half-width, without spaces, line breaks, asterisks,
 * "（必填）", unit notes and a colon at the end.
 */
export const normaliseHeader = (title: string): string =>
  title
    .normalize("NFKC")
    .replace(/[\s*\u200b\ufeff"']/g, "")
    .replace(unitNote, "")
    .replace(/:+$/, "");
