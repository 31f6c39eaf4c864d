import { projectId } from "#engine/sample/project.ts";
import { newId } from "#engine/store/newId.ts";
import type { ApiInput, RouteName } from "#shared/api/contract.ts";
import type { EngineDesk } from "../engineDesk.ts";

/** What a request needs is made in the ledger first, through the engine. */
export type Requests = { readonly [Name in RouteName]: (engine: EngineDesk) => Promise<ApiInput<Name>> };

export const year = { fiscalYear: 2022, projectId: null } as const;

export const reason = "不再需要";

export const nothing = async () => ({});

export const detail = ({ ask }: EngineDesk) => ask("projects.get", { id: projectId });

/** Of another name each time: all requests may be asked of one ledger. */
export const fresh = (word: string): string => `${word}-${newId()}`;

export const found = <Item>(item: Item | undefined): Item => {
  if (item === undefined) throw new Error("what the request needs is not there");
  return item;
};
