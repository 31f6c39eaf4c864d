import { amountsIn, type TextAmount } from "./amounts.ts";

/** Words that make an amount one of the whole project or of the past. */
const notOfTheYear = /总投资|投资估算|总概算|概算|累计|已完成投资|上年|上一年|以前年度|去年/;

/** The year's money was put into an earlier budget: nothing is to be stated. */
const arrangedBefore = /已在(?:上年|上一年度?|以前年度|\d{4}年度?)(?:预算)?(?:中)?安排/;

/**
 * What “年度预算安排” says of the year's money: amounts that stand by another year or are said to be of the whole project
 * do not count. `arranged` when it says that an earlier year bears them.
 */
export function annualAmounts(
  text: string,
  fiscalYear: number,
): Readonly<{ amounts: readonly TextAmount[]; arranged: boolean }> {
  const amounts = text
    .split(/(?<=[。；;\n])/)
    .flatMap((sentence) => amountsIn(sentence).filter((found) => isOfYear(sentence, found, fiscalYear)));
  return { amounts, arranged: arrangedBefore.test(text) };
}

function isOfYear(sentence: string, { index }: TextAmount, fiscalYear: number): boolean {
  const before = sentence.slice(0, index);
  const year = [...before.matchAll(/(\d{4})年/g)].at(-1)?.[1];
  if (year !== undefined && Number(year) !== fiscalYear) return false;
  const clause = before.split(/[，,：:]/).at(-1) ?? "";
  return !notOfTheYear.test(clause);
}
