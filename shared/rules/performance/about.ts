import type { BroughtFact } from "../../filings/paperOfBrought.ts";
import type { Indicator, Project } from "../../model/project.ts";
import type { Subject } from "../finding.ts";
import { ofProject } from "../words.ts";

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

/** A target sheet, under either of its titles. */
export const isForm = ({ kind }: BroughtFact): boolean => kind === "targets" || kind === "targetsFill";
