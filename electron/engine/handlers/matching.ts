import type { matchingRoutes } from "#shared/api/matching.ts";
import type { Desk } from "../desk.ts";
import { acceptMatches } from "../matching/acceptMatches.ts";
import { keepMatches } from "../matching/keptMatches.ts";
import { listChoices, listMatches } from "../matching/listMatches.ts";
import { previewMatches } from "../matching/previewMatches.ts";
import { type Group, onLedger } from "./group.ts";

export function matchingHandlers(desk: Desk): Group<typeof matchingRoutes> {
  const on = onLedger(desk);
  const matchesOf = keepMatches();
  return {
    "matching.list": on((context, input) => listMatches(context, matchesOf, input)),
    "matching.choices": on(listChoices),
    "matching.preview": on((context, input) => previewMatches(context, matchesOf, input)),
    "matching.accept": on((context, input) => acceptMatches(context, matchesOf, input)),
  };
}
