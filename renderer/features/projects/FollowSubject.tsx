import { useQueries } from "@tanstack/react-query";
import { Navigate } from "react-router";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../app/client.ts";
import { useStatus } from "../../app/status.ts";
import { useUrlState } from "../../components/useUrlState.ts";

/** Parts of a project that links name by their own id, and the tab each is on. */
const parts = [
  { name: "budgetLine", tab: "budget", of: (detail: ProjectDetail) => detail.budgetLines },
  { name: "indicator", tab: "indicators", of: (detail: ProjectDetail) => detail.indicators },
  { name: "fundingSource", tab: "basics", of: (detail: ProjectDetail) => detail.funding },
] as const;

/** A link to a budget line, an indicator or a source of funds leads to the project that has it. */
export function FollowSubject() {
  const url = useUrlState();
  const { ledger } = useStatus();
  const wanted = parts.find(({ name }) => url.get(name) !== null);
  const partId = wanted === undefined ? null : url.get(wanted.name);
  const details = useQueries({
    queries: (partId === null ? [] : (ledger?.projects ?? [])).map(({ id }) => ({
      queryKey: ["projects.get", { id }],
      queryFn: () => request("projects.get", { id: asId(id) }),
    })),
  });
  if (wanted === undefined || partId === null) return null;
  const owner = details.find(
    ({ data }) => data !== undefined && wanted.of(data).some(({ id }) => id === partId),
  );
  return owner?.data === undefined ? null : (
    <Navigate
      replace
      to={`/projects/${encodeURIComponent(owner.data.project.id)}?tab=${wanted.tab}&${wanted.name}=${encodeURIComponent(partId)}`}
    />
  );
}
