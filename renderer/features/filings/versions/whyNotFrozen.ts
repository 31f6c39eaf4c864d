import type { FormSubject } from "#shared/api/filings.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";

/** A version is a project's paper as it reads today; why the one on the screen is not that, or nothing. */
export function whyNotFrozen(subject: FormSubject, asOf: IsoDate | null): string | undefined {
  if ("projectId" in subject && subject.projectId === null)
    return "定稿按项目留存，请先在窗口上方选择一个项目（Ctrl+J）";
  if (asOf !== null) return "定稿留存今天的内容，请先清空“截至”";
  return undefined;
}
