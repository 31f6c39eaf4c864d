import type { needRoutes } from "#shared/api/needs.ts";
import type { Desk } from "../desk.ts";
import { getNeed, listNeeds } from "../needs/getNeed.ts";
import { issueDue, issueNeed, saveIssue, voidIssues } from "../needs/issues.ts";
import { saveNeed, voidNeed } from "../needs/saveNeed.ts";
import { importStaff, saveStaff, staffViews, voidStaff } from "../needs/staff.ts";
import { type Group, onLedger, thenShow } from "./group.ts";

export function needHandlers(desk: Desk): Group<typeof needRoutes> {
  const on = onLedger(desk);
  return {
    "needs.list": on(listNeeds),
    "needs.get": on((context, { id }) => getNeed(context, id)),
    "needs.save": on(thenShow(saveNeed, getNeed)),
    "needs.void": on(thenShow(voidNeed, async () => null)),
    "needs.issue": on(thenShow(issueNeed, getNeed)),
    "needs.issueDue": on(thenShow(issueDue, getNeed)),
    "needs.saveIssue": on(thenShow(saveIssue, getNeed)),
    "needs.voidIssues": on(thenShow(voidIssues, getNeed)),
    "staff.list": on((context) => staffViews(context)),
    "staff.save": on(thenShow(saveStaff, staffViews)),
    "staff.import": on(importStaff),
    "staff.void": on(thenShow(voidStaff, staffViews)),
  };
}
