import type { Contract } from "../model/contract.ts";

/** Called off from a framework; a framework that names another renews it. */
export const isCallOff = (
  child: Pick<Contract, "kind">,
  parent: Pick<Contract, "kind"> | undefined,
): boolean => parent?.kind === "framework" && child.kind !== "framework";
