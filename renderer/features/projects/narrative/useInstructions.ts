import type { Project } from "#shared/model/project.ts";
import { useTemplate } from "../useTemplate.ts";

/** What the project's form says is to be written under a heading of 情况说明; empty for a heading of the office's own. */
export function useInstructions(project: Pick<Project, "template">): (heading: string) => string {
  const headings = useTemplate(project)?.narrative.headings ?? [];
  return (heading) => headings.find((known) => known.heading === heading)?.instruction ?? "";
}
