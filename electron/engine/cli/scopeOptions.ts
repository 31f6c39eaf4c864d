import type { FileFormat } from "#shared/api/filings.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { Project } from "#shared/model/project.ts";
import type { Context } from "../context.ts";
import { type Arguments, badUse } from "./args.ts";

/** A budget year on the command line. */
export function yearIn(text: string): number {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw badUse(`年度应为四位数字，例如 2022，现为“${text}”`);
}

/** `--project`, `--year`, else the year of `--as-of`, else the latest year of the ledger. */
export async function scopeOf(
  context: Context,
  args: Arguments,
  asOf: IsoDate | undefined,
): Promise<Readonly<{ fiscalYear: number; projectId: Id | null }>> {
  const { rows } = await context.facts();
  const code = args.text("project");
  const year = args.text("year");
  if (code !== undefined) {
    const project = findProject(rows.project, code);
    return { fiscalYear: project.fiscalYear, projectId: project.id };
  }
  if (year !== undefined) return { fiscalYear: yearIn(year), projectId: null };
  const day = asOf ?? context.clock.today();
  const latest = Math.max(...rows.fiscalYear.map((row) => row.year));
  const fiscalYear = asOf === undefined && Number.isFinite(latest) ? latest : Number(day.slice(0, 4));
  return { fiscalYear, projectId: null };
}

export function findProject(projects: readonly Project[], code: string): Project {
  const found = projects.find((project) => project.code === code);
  if (found !== undefined) return found;
  throw new UserError({
    code: "not-found",
    message: `没有编码为“${code}”的项目。`,
    hint: "用 list projects 查看项目编码。",
  });
}

/** What kind of file the name of `--export` asks for. */
export function formatOf(file: string): FileFormat {
  if (/\.xlsx$/i.test(file)) return "xlsx";
  if (/\.pdf$/i.test(file)) return "pdf";
  throw badUse(`--export 的文件名应以 .xlsx 或 .pdf 结尾，现为“${file}”`);
}
