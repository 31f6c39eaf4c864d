import { useState } from "react";
import type { MatchesAccepted } from "#shared/api/matching.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { AcceptedNote } from "./AcceptedNote.tsx";
import { MatchList } from "./MatchList.tsx";
import { pageSize, readFilter } from "./matchFilter.ts";
import "./matching.css";

/** 匹配: the invoices that wait for their payment, each with what it is best matched to, and why. */
export function MatchingPage() {
  const url = useUrlState();
  const { scope, fiscalYear } = useScope();
  const [accepted, setAccepted] = useState<MatchesAccepted | null>(null);
  const filter = readFilter(url);
  const matches = useApi("matching.list", {
    ...scope,
    band: filter.band === "all" ? null : filter.band,
    search: filter.search,
    from: filter.page * pageSize,
    count: pageSize,
  });
  return (
    <Page>
      <PageHeader
        title="匹配"
        note={`${fiscalYear} 年度还没有付款的发票。接受之前什么都不会关联；不接受的，下次仍会列出。金额单位：元`}
      />
      <AcceptedNote accepted={accepted} onGone={() => setAccepted(null)} />
      <Loaded query={matches}>
        {(page) => (
          <MatchList
            key={`${scope.fiscalYear}-${scope.projectId}`}
            page={page}
            filter={filter}
            url={url}
            loading={matches.isPlaceholderData}
            onAccepted={setAccepted}
          />
        )}
      </Loaded>
    </Page>
  );
}
