import { bud01OverBudget } from "./budget/bud01OverBudget.ts";
import { bud02Total } from "./budget/bud02Total.ts";
import { bud04Calculation } from "./budget/bud04Calculation.ts";
import { bud06Funding } from "./budget/bud06Funding.ts";
import { con01NoContract } from "./contract/con01NoContract.ts";
import { con03Expired } from "./contract/con03Expired.ts";
import { con05Plan } from "./contract/con05Plan.ts";
import { inv02PaidTwice } from "./invoice/inv02PaidTwice.ts";
import { inv03Void } from "./invoice/inv03Void.ts";
import { inv07Buyer } from "./invoice/inv07Buyer.ts";
import { inv10Number } from "./invoice/inv10Number.ts";
import { inv12Amounts } from "./invoice/inv12Amounts.ts";
import { pay01ContractSum } from "./payment/pay01ContractSum.ts";
import { pay02Instalment } from "./payment/pay02Instalment.ts";
import { pay03Early } from "./payment/pay03Early.ts";
import { pay05Acceptance } from "./payment/pay05Acceptance.ts";
import { pay06PaidPeriod } from "./payment/pay06PaidPeriod.ts";
import { pay07Rental } from "./payment/pay07Rental.ts";
import { pay08Payee } from "./payment/pay08Payee.ts";
import { pay11NoInvoice } from "./payment/pay11NoInvoice.ts";
import type { AnyRule } from "./rule.ts";

/** Every rule, in the order of the catalogue. */
export const rules: readonly AnyRule[] = [
  inv02PaidTwice,
  inv03Void,
  inv07Buyer,
  inv10Number,
  inv12Amounts,
  con01NoContract,
  con03Expired,
  con05Plan,
  pay01ContractSum,
  pay02Instalment,
  pay03Early,
  pay05Acceptance,
  pay06PaidPeriod,
  pay07Rental,
  pay08Payee,
  pay11NoInvoice,
  bud01OverBudget,
  bud02Total,
  bud04Calculation,
  bud06Funding,
];

/** What the officer calls a rule; a rule this version does not know keeps its id. */
export const ruleName = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? id;
