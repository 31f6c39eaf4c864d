import type { ProjectView } from "#shared/api/projects.ts";
import type { NarrativeSection } from "#shared/model/project.ts";
import { useApi } from "../../../app/useApi.ts";
import "../../projects/narrative/narrative.css";
import { SectionField } from "../../projects/narrative/SectionField.tsx";
import { useInstructions } from "../../projects/narrative/useInstructions.ts";
import { Place } from "./Place.tsx";

type Props = Readonly<{ project: ProjectView; section: NarrativeSection }>;

export function SectionPlace({ project, section }: Props) {
  const offers = useApi("projects.narrativeOffers", { id: project.id }).data ?? [];
  const instruction = useInstructions(project)(section.heading);
  return (
    <Place name="body">
      <SectionField
        section={section}
        instruction={instruction}
        offer={offers.find(({ sectionId }) => sectionId === section.id)}
      />
      {instruction === "" ? null : <p className="jf-edit-help">填报要求：{instruction}。</p>}
    </Place>
  );
}
