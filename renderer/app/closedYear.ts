import type { FiscalYear } from "#shared/model/office.ts";
import { useScope } from "./scope.ts";
import { useApi } from "./useApi.ts";

/** A budget year that is closed, and why. */
export type ClosedYear = Readonly<{ year: number; reason: string }>;

export function closedYearOf(years: readonly FiscalYear[], year: number): ClosedYear | null {
  const found = years.find((row) => row.year === year);
  return found?.state === "closed" ? { year, reason: found.stateReason } : null;
}

/** The year at the top of the window, when it is closed: what is shown can then only be read. */
export function useClosedYear(): ClosedYear | null {
  const { fiscalYear } = useScope();
  const office = useApi("office.get", {});
  return closedYearOf(office.data?.years ?? [], fiscalYear);
}

export const readOnlyWords = ({ year }: ClosedYear): string =>
  `${year} 年度已关账，只能查看。确需改动的，请在“设置 › 年度”写明原因重新打开。`;
