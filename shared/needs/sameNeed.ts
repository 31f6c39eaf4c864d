import type { Need } from "../model/need.ts";
import { plainName } from "../text/plainName.ts";

/**
 * Needs of one kind and name are one matter, whichever year's project buys them: what the years before handed out counts
 * for who is due again. A year in the name ("2023年冬季工作服") makes no other thing of it.
 */
export const needMatter = ({ kind, name }: Pick<Need, "kind" | "name">): string =>
  `${kind}|${plainName(name).replaceAll(/(?:19|20)\d\d(?:年度?)?/g, "")}`;
