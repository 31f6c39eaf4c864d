import type { ProjectDetail } from "#shared/api/projects.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import "./narrative.css";
import { SectionField } from "./SectionField.tsx";
import { useInstructions } from "./useInstructions.ts";

/** 经费情况说明: the seven official headings, each with the bureau's instruction until something is written. */
export function NarrativeTab({ detail: { narrative, project } }: Readonly<{ detail: ProjectDetail }>) {
  const offers = useApi("projects.narrativeOffers", { id: project.id }).data ?? [];
  const instructionOf = useInstructions(project);
  if (narrative.length === 0) return <EmptyState title="这个项目没有经费情况说明" />;
  return (
    <div className="jf-narrative">
      {narrative.map((section) => (
        <SectionField
          key={section.id}
          section={section}
          instruction={instructionOf(section.heading)}
          offer={offers.find(({ sectionId }) => sectionId === section.id)}
        />
      ))}
    </div>
  );
}
