import { useCallback, useMemo } from "react";
import { useApi } from "../../../../app/useApi.ts";

/** What an import says of a list besides the rules of the catalogue, each in a word. */
const importNames: Readonly<Record<string, string>> = {
  "IMP-01": "同义的列",
  "IMP-02": "不认识的写法",
  "IMP-03": "重复的行",
  "IMP-04": "比账本旧",
  "IMP-05": "导入过的文件",
  "IMP-06": "提示太多",
  "IMP-07": "读不出的行",
  "IMP-08": "其他文件",
  "IMP-09": "隐藏的行",
  "IMP-10": "改过的格子",
  "IMP-11": "列请核对",
  "IMP-12": "记住的列",
  "IMP-13": "曾经作废",
  "IMP-14": "核对从简",
  "IMP-15": "备注说作废",
  "IMP-16": "外币发票",
};

/** Names an issue by its rule; the number alone says nothing to whoever has not read the catalogue. */
export function useIssueNames(): (ruleId: string) => string {
  const rules = useApi("checks.rules", {}).data;
  const names = useMemo(() => new Map(rules?.map(({ id, name }) => [id, name])), [rules]);
  return useCallback((ruleId) => names.get(ruleId) ?? importNames[ruleId] ?? ruleId, [names]);
}
