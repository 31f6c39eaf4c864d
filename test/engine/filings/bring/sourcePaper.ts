import { readFileSync } from "node:fs";

/** The office's own paper of 2022 as it is: statement and two versions of its target form, parted by tabs, with their mistakes. */
export const sourcePath = new URL(
  "../../../fixtures/filings/社区综合治理项目经费情况说明.txt",
  import.meta.url,
).pathname;

export const sourceText = (): string => readFileSync(decodeURIComponent(sourcePath), "utf8");
