import type { projectRoutes } from "#shared/api/projects.ts";
import type { Desk } from "../desk.ts";
import { adjustBudget } from "../projects/adjustBudget.ts";
import { getProject } from "../projects/getProject.ts";
import { listProjects } from "../projects/listProjects.ts";
import { offersForNarrative } from "../projects/offersForNarrative.ts";
import {
  removePolicy,
  saveBudgetLine,
  saveFunding,
  saveIndicator,
  savePolicy,
  saveSection,
  voidPart,
} from "../projects/saveParts.ts";
import { saveProject } from "../projects/saveProject.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function projectHandlers(desk: Desk): Group<typeof projectRoutes> {
  const on = onLedger(desk);
  return {
    "projects.list": on(listProjects),
    "projects.get": on((context, { id }) => getProject(context, id)),
    "projects.save": on(thenShow(saveProject, getProject)),
    "projects.saveFunding": on(thenShow(saveFunding, getProject)),
    "projects.saveBudgetLine": on(thenShow(saveBudgetLine, getProject)),
    "projects.voidBudgetLine": on(
      thenShow((context, input) => voidPart(context, "budgetLine", input), getProject),
    ),
    "projects.adjust": on(thenShow(adjustBudget, getProject)),
    "projects.saveIndicator": on(thenShow(saveIndicator, getProject)),
    "projects.voidIndicator": on(
      thenShow((context, input) => voidPart(context, "indicator", input), getProject),
    ),
    "projects.savePolicy": on(thenShow(savePolicy, getProject)),
    "projects.removePolicy": on(thenShow(removePolicy, getProject)),
    "projects.saveSection": on(thenShow(saveSection, getProject)),
    "projects.narrativeOffers": on(offersForNarrative),
  };
}
