import type { NarrativeSection, Project } from "../model/project.ts";
import type { Facts } from "../rules/facts.ts";
import { plainHeading } from "../text/paper.ts";
import { arrangementOf } from "./arrangement.ts";
import type { Draft } from "./draft.ts";
import { componentsOf, goalsOf, policiesText, responsibleText, termText, waysOfPaying } from "./sections.ts";

export type SectionOffer = Draft & Readonly<{ sectionId: NarrativeSection["id"]; heading: string }>;

type Writer = (facts: Facts, project: Project) => Draft | undefined;

/** By the official headings. A template that calls them otherwise gets no offer. */
const writers: Readonly<Record<string, Writer>> = {
  项目概述: componentsOf,
  立项依据: policiesText,
  实施主体: responsibleText,
  实施方案: waysOfPaying,
  实施周期: termText,
  年度预算安排: arrangementOf,
  绩效目标: goalsOf,
};

/**
 * What the ledger can say under each heading of 项目经费情况说明, in the words such papers use. Offered and never put in by
 * itself; a heading of which the ledger knows nothing, or that already says the same, has none.
 */
export const narrativeOffers = (facts: Facts, project: Project): readonly SectionOffer[] =>
  facts.texts.sectionsOf(project.id).flatMap(({ id, heading, body }) => {
    const draft = writers[plainHeading(heading)]?.(facts, project);
    return draft === undefined || draft.text === body.trim() ? [] : [{ ...draft, sectionId: id, heading }];
  });
