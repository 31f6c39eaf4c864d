import type { Fault } from "../../excel/cellValues.ts";
import type { Payment } from "../../model/payment.ts";
import { payMethodWords } from "../../words/words.ts";

type Method = Payment["method"];

const methodPatterns: readonly (readonly [RegExp, Method])[] = [
  [/公务卡/, "officialCard"],
  [/现金/, "cash"],
  [/授权/, "authorised"],
  [/直接支付|财政直接|国库集中/, "direct"],
  [/转账|电汇|网银|银行|汇款|支票/, "transfer"],
];

/** How the money left, in the words of offices and banks; nothing said is `undefined`. */
export function readMethod(text: string): Method | undefined | Fault {
  if (text === "") return undefined;
  const known = methodPatterns.find(([pattern]) => pattern.test(text));
  const words = Object.values(payMethodWords).join("、");
  return known === undefined ? { fault: `“${text}”不认识，请写${words}` } : known[1];
}

/** A tick in a column that asks yes or no. */
export const readYes = (text: string): boolean => /^(是|√|✓|y|yes|1|预付款?)$/i.test(text.trim());
