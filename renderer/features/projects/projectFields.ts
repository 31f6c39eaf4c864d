import type { ApiParsed } from "#shared/api/contract.ts";
import type { ProjectView } from "#shared/api/projects.ts";
import type { Template } from "#shared/forms/templates/template.ts";
import { templateForYear } from "#shared/forms/templates/templates.ts";
import { isoDate } from "#shared/kernel/dates.ts";
import type { Id } from "#shared/kernel/id.ts";
import type { OwnUnit } from "#shared/model/office.ts";

export type ProjectFields = ApiParsed<"projects.save">;

/** The part of a project that is saved; what is worked out from other papers stays behind. */
export function projectFields(view: ProjectView): ProjectFields {
  const {
    departmentName,
    implementingName,
    annualCents,
    paidCents,
    committedCents,
    executionBp,
    findings,
    voidedAt,
    voidReason,
    previousProjectId,
    ...fields
  } = view;
  return fields;
}

type Begun = Pick<ProjectFields, "code" | "name" | "fiscalYear">;

/** A project as it begins: the whole year, the office's own units, the sheet of the year. */
export function newProject(
  begun: Begun,
  units: readonly Readonly<{ id: Id; kind: OwnUnit["kind"] }>[],
  templates?: readonly Template[],
): ProjectFields {
  const firstOf = (kind: OwnUnit["kind"]) => units.find((unit) => unit.kind === kind)?.id ?? null;
  const department = firstOf("department");
  return {
    ...begun,
    id: null,
    category: "",
    nature: "",
    departmentUnitId: department,
    implementingUnitId: firstOf("unit") ?? department,
    startDate: isoDate(`${begun.fiscalYear}-01-01`),
    endDate: isoDate(`${begun.fiscalYear}-12-31`),
    functionCode: "",
    overallGoal: "",
    annualGoal: "",
    template: templateForYear(begun.fiscalYear, templates)?.id ?? "",
    note: "",
  };
}

/** What the forms of the fiscal system offer; another word may be typed. */
export const categoryChoices = ["经常性项目", "一次性项目", "阶段性项目", "特定目标类"] as const;
export const natureChoices = ["经常性项目", "阶段性项目", "一次性项目"] as const;
