import type { ApiParsed } from "#shared/api/contract.ts";
import type { ProjectView } from "#shared/api/projects.ts";
import { templates } from "#shared/forms/templates/templates.ts";

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
    ...fields
  } = view;
  return fields;
}

/** The target sheet in force in a year: the latest that is not younger. */
export function templateForYear(year: number): string {
  const inForce = templates.filter(({ id }) => Number(id.slice(-4)) <= year);
  return (inForce.at(-1) ?? templates[0])?.id ?? "";
}

export const emptyProject: Omit<ProjectFields, "code" | "name" | "fiscalYear" | "template"> = {
  id: null,
  category: "",
  nature: "",
  departmentUnitId: null,
  implementingUnitId: null,
  startDate: null,
  endDate: null,
  functionCode: "",
  overallGoal: "",
  annualGoal: "",
  note: "",
};

/** What the forms of the fiscal system offer; another word may be typed. */
export const categoryChoices = ["经常性项目", "一次性项目", "阶段性项目", "特定目标类"] as const;
export const natureChoices = ["经常性项目", "阶段性项目", "一次性项目"] as const;
