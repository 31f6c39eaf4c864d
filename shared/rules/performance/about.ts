import type { BroughtFact } from "../../filings/paperOfBrought.ts";
import type { Template } from "../../forms/templates/template.ts";
import type { Indicator, Project } from "../../model/project.ts";
import type { Facts } from "../facts.ts";
import type { Subject } from "../finding.ts";
import { ofProject } from "../words.ts";
import type { KeptBrought } from "./textFacts.ts";

export const ofIndicator = (indicator: Indicator): Subject => ({
  kind: "indicator",
  id: indicator.id,
  label: indicator.name,
});

/** An indicator, and the project it is one of. */
export const ofBoth = (project: Project, indicator: Indicator): readonly Subject[] => [
  ofIndicator(indicator),
  ofProject(project),
];

/** As much of a text as a sentence has room for. */
export const excerpt = (text: string, length = 24): string => {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length > length ? `${letters.slice(0, length).join("")}…` : letters.join("");
};

/** Papers of the year that is being filed; those of other years are only compared with. */
export const isOfYear = ({ fiscalYear }: BroughtFact, project: Project): boolean =>
  fiscalYear === null || fiscalYear === project.fiscalYear;

/** What was brought in for a project and is of the year that is being filed. */
export const broughtOfYear = ({ texts }: Facts, project: Project): readonly KeptBrought[] =>
  texts.broughtOf(project).filter((paper) => isOfYear(paper, project));

/** The form that a project is filed on; `undefined` when there is none of that name any more. */
export const templateOfProject = ({ templates }: Facts, project: Project): Template | undefined =>
  templates.find(({ id }) => id === project.template);

/** A target sheet, under either of its titles. */
export const isForm = ({ kind }: BroughtFact): boolean => kind === "targets" || kind === "targetsFill";
