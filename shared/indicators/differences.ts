import type { PaperIndicator } from "../text/paper.ts";
import { plainName } from "../text/plainName.ts";
import { normaliseIndicatorValue, type ValueStyle } from "./value.ts";

/**
 * How one version of an indicator table differs from another. `cut`: one of the names is the other without its end, as a
 * cell leaves it that does not wrap.
 */
export type IndicatorDifference<After extends PaperIndicator = PaperIndicator> =
  | Readonly<{ kind: "added"; indicator: After }>
  | Readonly<{ kind: "removed"; indicator: PaperIndicator }>
  | Readonly<{ kind: "renamed" | "cut" | "changed"; before: PaperIndicator; after: After }>;

const style: ValueStyle = { percent: "plain", equalsBeforeUnits: true };

/** >=30套 and ≥30套 are one value. */
const writtenValue = ({ valueText }: PaperIndicator): string => normaliseIndicatorValue(valueText, style);

const placeOf = ({ level1, level2 }: PaperIndicator): string => `${level1}|${level2}`;

/**
 * What changed from one version to the next, in the order of the later one, then what is gone. An indicator that is gone
 * and a new one with the same value at its place and a name like its own are one that was renamed.
 */
export function indicatorDifferences<After extends PaperIndicator>(
  before: readonly PaperIndicator[],
  after: readonly After[],
): readonly IndicatorDifference<After>[] {
  const rest = [...before];
  const take = (fits: (row: PaperIndicator) => boolean): PaperIndicator | undefined => {
    const at = rest.findIndex(fits);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  // Those that kept their name first: one of them must not be taken for what another was called.
  const kept = after.map((indicator) => ({
    indicator,
    same: take((row) => plainName(row.name) === plainName(indicator.name)),
  }));
  const changes = kept.flatMap(({ indicator, same }): readonly IndicatorDifference<After>[] => {
    if (same !== undefined) {
      const isSame = writtenValue(same) === writtenValue(indicator) && placeOf(same) === placeOf(indicator);
      return isSame ? [] : [{ kind: "changed", before: same, after: indicator }];
    }
    const renamed = take(
      (row) =>
        placeOf(row) === placeOf(indicator) &&
        writtenValue(row) === writtenValue(indicator) &&
        isSimilar(row.name, indicator.name),
    );
    if (renamed === undefined) return [{ kind: "added", indicator }];
    const kind = isCut(renamed.name, indicator.name) ? "cut" : "renamed";
    return [{ kind, before: renamed, after: indicator }];
  });
  return [...changes, ...rest.map((indicator) => ({ kind: "removed" as const, indicator }))];
}

/** So much of a name fits into a cell before it is cut off. */
const shortestCut = 8;

function isCut(left: string, right: string): boolean {
  const [shorter = "", longer = ""] = [plainName(left), plainName(right)].toSorted(
    (a, b) => a.length - b.length,
  );
  return shorter.length >= shortestCut && longer.startsWith(shorter);
}

/** Half of the letters of the shorter name stand in the other. */
function isSimilar(left: string, right: string): boolean {
  const [shorter = "", longer = ""] = [plainName(left), plainName(right)].toSorted(
    (a, b) => a.length - b.length,
  );
  const letters = new Set(longer);
  const shared = [...shorter].filter((letter) => letters.has(letter)).length;
  return shared * 2 >= [...shorter].length;
}

/** 新增“…”, 删除“…”, “…”改名为“…”, “…”由…改为…. */
export function differenceText(difference: IndicatorDifference): string {
  switch (difference.kind) {
    case "added":
      return `新增“${difference.indicator.name}”`;
    case "removed":
      return `删除“${difference.indicator.name}”`;
    case "renamed":
    case "cut":
      return `“${difference.before.name}”改名为“${difference.after.name}”`;
    case "changed": {
      const { before, after } = difference;
      return writtenValue(before) === writtenValue(after)
        ? `“${after.name}”由${before.level2}移到${after.level2}`
        : `“${after.name}”由${before.valueText}改为${after.valueText}`;
    }
  }
}
