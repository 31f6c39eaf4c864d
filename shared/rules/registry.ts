import { bud01OverBudget } from "./budget/bud01OverBudget.ts";
import { bud02Total } from "./budget/bud02Total.ts";
import { bud03Code } from "./budget/bud03Code.ts";
import { bud04Calculation } from "./budget/bud04Calculation.ts";
import { bud05Progress } from "./budget/bud05Progress.ts";
import { bud06Funding } from "./budget/bud06Funding.ts";
import { bud07FixedAsset } from "./budget/bud07FixedAsset.ts";
import { con01NoContract } from "./contract/con01NoContract.ts";
import { con02Backdated } from "./contract/con02Backdated.ts";
import { con03Expired } from "./contract/con03Expired.ts";
import { con04Supplements } from "./contract/con04Supplements.ts";
import { con05Plan } from "./contract/con05Plan.ts";
import { con06Periods } from "./contract/con06Periods.ts";
import { con07Bond } from "./contract/con07Bond.ts";
import { con08NoScan } from "./contract/con08NoScan.ts";
import { con09Expiring } from "./contract/con09Expiring.ts";
import { con10Retention } from "./contract/con10Retention.ts";
import { inv01Conflict } from "./invoice/inv01Conflict.ts";
import { inv02PaidTwice } from "./invoice/inv02PaidTwice.ts";
import { inv03Void } from "./invoice/inv03Void.ts";
import { inv04PartlyReversed } from "./invoice/inv04PartlyReversed.ts";
import { inv05PaidVoid } from "./invoice/inv05PaidVoid.ts";
import { inv06Risk } from "./invoice/inv06Risk.ts";
import { inv07Buyer } from "./invoice/inv07Buyer.ts";
import { inv08Payer } from "./invoice/inv08Payer.ts";
import { inv09TaxNumber } from "./invoice/inv09TaxNumber.ts";
import { inv10Number } from "./invoice/inv10Number.ts";
import { inv11NumberYear } from "./invoice/inv11NumberYear.ts";
import { inv12Amounts } from "./invoice/inv12Amounts.ts";
import { inv13Lines } from "./invoice/inv13Lines.ts";
import { inv14IssueDate } from "./invoice/inv14IssueDate.ts";
import { inv15BeforeSigning } from "./invoice/inv15BeforeSigning.ts";
import { inv16Content } from "./invoice/inv16Content.ts";
import { inv17NoList } from "./invoice/inv17NoList.ts";
import { inv18RedAlone } from "./invoice/inv18RedAlone.ts";
import { inv19Consecutive } from "./invoice/inv19Consecutive.ts";
import { pay01ContractSum } from "./payment/pay01ContractSum.ts";
import { pay02Instalment } from "./payment/pay02Instalment.ts";
import { pay03Early } from "./payment/pay03Early.ts";
import { pay04Skipped } from "./payment/pay04Skipped.ts";
import { pay05Acceptance } from "./payment/pay05Acceptance.ts";
import { pay06PaidPeriod } from "./payment/pay06PaidPeriod.ts";
import { pay07Rental } from "./payment/pay07Rental.ts";
import { pay08Payee } from "./payment/pay08Payee.ts";
import { pay09Account } from "./payment/pay09Account.ts";
import { pay10Papers } from "./payment/pay10Papers.ts";
import { pay11NoInvoice } from "./payment/pay11NoInvoice.ts";
import { pay12Advance } from "./payment/pay12Advance.ts";
import { pay13LateToSmall } from "./payment/pay13LateToSmall.ts";
import { pay14Terms } from "./payment/pay14Terms.ts";
import { pay15Retention } from "./payment/pay15Retention.ts";
import { pay16Cash } from "./payment/pay16Cash.ts";
import { pay17OneHand } from "./payment/pay17OneHand.ts";
import { pay18Capital } from "./payment/pay18Capital.ts";
import { perf01Names } from "./performance/perf01Names.ts";
import { perf02Title } from "./performance/perf02Title.ts";
import { perf03Required } from "./performance/perf03Required.ts";
import { perf04Versions } from "./performance/perf04Versions.ts";
import { perf05AnnualAmount } from "./performance/perf05AnnualAmount.ts";
import { perf06Quantities } from "./performance/perf06Quantities.ts";
import { perf07Components } from "./performance/perf07Components.ts";
import { perf08Levels } from "./performance/perf08Levels.ts";
import { perf09Unmeasured } from "./performance/perf09Unmeasured.ts";
import { perf10ValueForm } from "./performance/perf10ValueForm.ts";
import { perf11Residue } from "./performance/perf11Residue.ts";
import { perf12Slips } from "./performance/perf12Slips.ts";
import { perf13Amounts } from "./performance/perf13Amounts.ts";
import { perf14Weights } from "./performance/perf14Weights.ts";
import { perf15Scores } from "./performance/perf15Scores.ts";
import { perf16Executed } from "./performance/perf16Executed.ts";
import { perf17Actuals } from "./performance/perf17Actuals.ts";
import { perf18LowTarget } from "./performance/perf18LowTarget.ts";
import { perf19Place } from "./performance/perf19Place.ts";
import { perf20Monitoring } from "./performance/perf20Monitoring.ts";
import { prc01Splitting } from "./procurement/prc01Splitting.ts";
import { prc02Method } from "./procurement/prc02Method.ts";
import { prc03Meeting } from "./procurement/prc03Meeting.ts";
import { prc04Concentration } from "./procurement/prc04Concentration.ts";
import type { AnyRule, RuleArea } from "./rule.ts";
import { ye01InvoiceYear } from "./yearEnd/ye01InvoiceYear.ts";
import { ye02ServicePeriod } from "./yearEnd/ye02ServicePeriod.ts";
import { ye03CarryOver } from "./yearEnd/ye03CarryOver.ts";
import { ye04December } from "./yearEnd/ye04December.ts";
import { ye05AfterCutoff } from "./yearEnd/ye05AfterCutoff.ts";

/** Every rule, in the order of the catalogue. */
export const rules: readonly AnyRule[] = [
  inv01Conflict,
  inv02PaidTwice,
  inv03Void,
  inv04PartlyReversed,
  inv05PaidVoid,
  inv06Risk,
  inv07Buyer,
  inv08Payer,
  inv09TaxNumber,
  inv10Number,
  inv11NumberYear,
  inv12Amounts,
  inv13Lines,
  inv14IssueDate,
  inv15BeforeSigning,
  inv16Content,
  inv17NoList,
  inv18RedAlone,
  inv19Consecutive,
  con01NoContract,
  con02Backdated,
  con03Expired,
  con04Supplements,
  con05Plan,
  con06Periods,
  con07Bond,
  con08NoScan,
  con09Expiring,
  con10Retention,
  prc01Splitting,
  prc02Method,
  prc03Meeting,
  prc04Concentration,
  pay01ContractSum,
  pay02Instalment,
  pay03Early,
  pay04Skipped,
  pay05Acceptance,
  pay06PaidPeriod,
  pay07Rental,
  pay08Payee,
  pay09Account,
  pay10Papers,
  pay11NoInvoice,
  pay12Advance,
  pay13LateToSmall,
  pay14Terms,
  pay15Retention,
  pay16Cash,
  pay17OneHand,
  pay18Capital,
  bud01OverBudget,
  bud02Total,
  bud03Code,
  bud04Calculation,
  bud05Progress,
  bud06Funding,
  bud07FixedAsset,
  ye01InvoiceYear,
  ye02ServicePeriod,
  ye03CarryOver,
  ye04December,
  ye05AfterCutoff,
  perf01Names,
  perf02Title,
  perf03Required,
  perf04Versions,
  perf05AnnualAmount,
  perf06Quantities,
  perf07Components,
  perf08Levels,
  perf09Unmeasured,
  perf10ValueForm,
  perf11Residue,
  perf12Slips,
  perf13Amounts,
  perf14Weights,
  perf15Scores,
  perf16Executed,
  perf17Actuals,
  perf18LowTarget,
  perf19Place,
  perf20Monitoring,
];

export const ruleArea = (id: string): RuleArea | null => rules.find((rule) => rule.id === id)?.area ?? null;

/** What the officer calls a rule; a rule this version does not know keeps its id. */
export const ruleName = (id: string): string => rules.find((rule) => rule.id === id)?.name ?? id;
