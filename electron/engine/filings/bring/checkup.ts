import type { Checkup } from "#shared/api/bring.ts";
import { checkedPapers, groupByPaper, isOnPapers } from "#shared/filings/checkup.ts";
import type { Id } from "#shared/kernel/id.ts";
import { decided } from "../../checks/decisions.ts";
import type { Context } from "../../context.ts";
import { notThere } from "../../store/found.ts";

/** 申报体检: what is wrong with the papers of a project, by paper, with what was decided on it. */
export async function checkup(context: Context, { id }: Readonly<{ id: Id }>): Promise<Checkup> {
  const facts = await context.facts();
  const project = facts.projects.get(id);
  if (project === undefined) throw notThere("这个项目");
  const found = (await context.check(facts, { projectId: id })).filter(isOnPapers);
  const groups = groupByPaper(await decided(context.ledger, facts, found));
  const named = new Set(groups.map(({ paper }) => paper));
  const brought = facts.texts.broughtOf(project).map(({ name }) => name);
  return { groups, clean: [...checkedPapers, ...brought].filter((paper) => !named.has(paper)) };
}
