import type { Severity } from "../model/check.ts";
import type { DerivedTable } from "./derivedRows.ts";
import type { FactTable } from "./factRows.ts";
import type { Facts } from "./facts.ts";
import type { Figures, FindingText, Mend, Subject } from "./finding.ts";
import type { Scope } from "./scope.ts";

export type RuleArea = "发票" | "合同" | "付款" | "预算" | "年末" | "绩效";

type ParamKind = "cents" | "days" | "bp" | "text" | "date" | "count";

/**
 * A limit an office may set. `default` is `null` where no value is known to hold everywhere: the rule then stays off
 * until the office fills it in. `confirmed` says whether the default stands in a regulation.
 */
export type RuleParam = Readonly<
  { label: string; confirmed: boolean } & (
    | { kind: Exclude<ParamKind, "text" | "date">; default: number | null }
    | { kind: "text" | "date"; default: string | null }
  )
>;

export type RuleParams = Readonly<Record<string, RuleParam>>;

export type ParamValues<Params extends RuleParams> = Readonly<{
  [Key in keyof Params]: Params[Key]["kind"] extends "text" | "date" ? string : number;
}>;

/** What a rule found; the registry adds rule, key and the severity the office wants. */
export type Hit = Readonly<{
  subjects: readonly Subject[];
  figures: Figures;
  message: string;
  remedy: string;
  /** Where it differs from the rule's own. */
  severity?: Severity;
  /** On papers: the text it is about, then those it is held against. */
  texts?: readonly FindingText[];
  /** Where a program can put it right for sure. */
  mend?: Mend;
  /** Tells two hits of one rule on the same objects apart. */
  aspect?: string;
}>;

type RuleText = Readonly<{
  /** "PAY-01": stable, shown to the officer. */
  id: string;
  name: string;
  area: RuleArea;
  severity: Severity;
  /** When it strikes, in a sentence for the settings page and the rule catalogue. */
  description: string;
  /** 依据 */
  basis: string;
  reads: readonly (FactTable | DerivedTable)[];
}>;

export type Rule<Params extends RuleParams = RuleParams> = RuleText &
  Readonly<{
    params: Params;
    check: (facts: Facts, params: ParamValues<Params>, scope: Scope) => readonly Hit[];
  }>;

/** A rule as the registry keeps it, whatever its parameters are. */
export type AnyRule = RuleText &
  Readonly<{
    params: RuleParams;
    /** `[]` while a parameter has no value. */
    check: (
      facts: Facts,
      values: Readonly<Record<string, string | number | null>>,
      scope: Scope,
    ) => readonly Hit[];
  }>;

/** Makes a rule. `check` gets only parameters that have a value. */
export function defineRule<const Params extends RuleParams>(rule: Rule<Params>): AnyRule {
  return {
    ...rule,
    check: (facts, values, scope) => {
      if (!hasAllValues(rule.params, values)) return [];
      return rule.check(facts, values, scope);
    },
  };
}

const hasAllValues = <Params extends RuleParams>(
  params: Params,
  values: Readonly<Record<string, string | number | null>>,
): values is ParamValues<Params> =>
  Object.entries(params).every(([key, param]) => isValueOf(param, values[key]));

export const isValueOf = (param: RuleParam, value: unknown): value is string | number =>
  param.kind === "text" || param.kind === "date" ? typeof value === "string" : typeof value === "number";
