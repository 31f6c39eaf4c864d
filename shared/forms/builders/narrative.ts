import type { NarrativeSection, Project } from "../../model/project.ts";
import type { Prose, ProseBlock } from "../prose.ts";
import { type FieldSource, sourceOf } from "../source.ts";
import type { Template } from "../templates/template.ts";
import { proseWithout } from "../withoutSources.ts";
import { fill } from "./cells.ts";

export type NarrativePaper = Readonly<{ project: Project; sections: readonly NarrativeSection[] }>;

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** （一） opens a heading of the second level when it stands on a line of its own. */
const subheading = /^（[一二三四五六七八九十]+）[^。；]{1,30}$/;

/** 项目经费情况说明: the headings of the paper with what was written under each, paragraph by paragraph. */
export function buildNarrative(
  { project, sections }: NarrativePaper,
  { id, fonts, narrative }: Template,
): Prose {
  const title = fill(narrative.title, { name: project.name });
  const inOrder = sections.toSorted((left, right) => left.seq - right.seq);
  return {
    kind: "prose",
    id: "narrative",
    template: id,
    title,
    fonts,
    blocks: [
      { kind: "title", text: title, source: sourceOf("project", project.id, "name") },
      ...inOrder.flatMap(({ id: sectionId, heading, body }, index): readonly ProseBlock[] => {
        const source = sourceOf("narrativeSection", sectionId, "body");
        return [
          // The heading too leads to its text, which may still be blank.
          { kind: "heading", level: 1, text: `${numerals[index] ?? index + 1}、${heading}`, source },
          ...paragraphs(body, source),
        ];
      }),
    ],
  };
}

/**
 * 情况说明 by the headings of a template, which no project may have yet: what was written under each, or what the form says is
 * to be written there. Nothing in it leads to the ledger.
 */
export function narrativeBy(
  template: Template,
  project: Project,
  bodies: ReadonlyMap<string, string>,
): Prose {
  const sections = template.narrative.headings.map(({ heading, instruction }, index) => ({
    id: project.id,
    projectId: project.id,
    seq: index + 1,
    heading,
    body: bodies.get(heading) ?? (instruction === "" ? "" : `（${instruction}）`),
  }));
  return proseWithout(buildNarrative({ project, sections }, template));
}

/** Each line of the text is a paragraph; blank ones and blanks put in front by hand are the typist's. */
const paragraphs = (body: string, source: FieldSource): readonly ProseBlock[] =>
  body
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text) =>
      subheading.test(text)
        ? { kind: "heading", level: 2, text, source }
        : { kind: "paragraph", text, source },
    );
