import { Button, Input } from "antd";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { MatchesAccepted, MatchPage, MatchRow } from "#shared/api/matching.ts";
import { asId } from "#shared/kernel/id.ts";
import { type Band, bands } from "#shared/matching/suggestion.ts";
import { bandWords } from "#shared/words/words.ts";
import { useScope } from "../../app/scope.ts";
import { Segments } from "../../components/Segments.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { DataTable } from "../../components/table/DataTable.tsx";
import type { UrlState } from "../../components/useUrlState.ts";
import { MatchPane } from "./MatchPane.tsx";
import { matchColumns, narrowColumns } from "./matchColumns.tsx";
import { type MatchFilter, pageSize } from "./matchFilter.ts";
import { NothingWaits } from "./NothingWaits.tsx";
import { PlanDialog, type Wanted } from "./PlanDialog.tsx";
import { noTicks, type Ticked, withChoice, withTicks } from "./ticked.ts";

type Props = Readonly<{
  page: MatchPage;
  filter: MatchFilter;
  url: UrlState;
  loading: boolean;
  onAccepted: (accepted: MatchesAccepted) => void;
}>;

/** A page of what waits, ticked for accepting, and beside it the one that is open. Ctrl+Enter shows what would be made. */
export function MatchList({ page, filter, url, loading, onAccepted }: Props) {
  const { scope } = useScope();
  const [ticked, setTicked] = useState<Ticked>(noTicks);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const openId = url.get("invoice");
  const ids = useMemo(() => new Set(ticked.keys()), [ticked]);
  const { sums, rows } = page;
  const acceptTicked = () => {
    if (ticked.size === 0) return;
    const picks = [...ticked].map(([id, parts]) => ({ invoiceId: asId(id), parts }));
    setWanted({ sureOf: null, picks });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || wanted !== null) return;
    event.preventDefault();
    acceptTicked();
  };
  const waits = sums.sure.count + sums.ask.count + sums.new.count;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key holds for all that stands in it
    <div className="jf-match" onKeyDown={onKeyDown}>
      <SplitView
        list={
          <DataTable<MatchRow>
            title="待匹配发票"
            columns={matchColumns}
            shownColumns={openId === null ? undefined : narrowColumns}
            rows={rows}
            rowKey={(row) => row.invoiceId}
            openKey={openId}
            onOpen={(row) => url.set({ invoice: row.invoiceId })}
            onClose={() => url.set({ invoice: null })}
            loading={loading}
            ticks={{
              ticked: ids,
              onChange: (next) => setTicked(withTicks(ticked, next)),
              allowed: (row) => row.instalmentLabels.length > 0 || ticked.has(row.invoiceId),
              label: "勾选，空格键",
            }}
            toolbar={<Toolbar page={page} filter={filter} url={url} isNarrow={openId !== null} />}
            empty={<NothingWaits waits={waits} onAll={() => url.set({ band: null, q: null, page: null })} />}
          />
        }
        detail={
          openId === null ? null : (
            <MatchPane
              key={openId}
              invoiceId={openId}
              row={rows.find((row) => row.invoiceId === openId)}
              ticked={ticked.get(openId)}
              onTake={(parts) => setTicked(withChoice(ticked, openId, parts))}
              onClose={() => url.set({ invoice: null })}
            />
          )
        }
      />
      <footer className="jf-match-foot">
        <Pages
          total={page.total}
          page={filter.page}
          onPage={(next) => url.set({ page: String(next), invoice: null })}
        />
        <span className="jf-spacer" />
        {ticked.size === 0 ? null : (
          <Button type="text" onClick={() => setTicked(noTicks)}>
            取消勾选
          </Button>
        )}
        <Button disabled={sums.sure.count === 0} onClick={() => setWanted({ sureOf: scope, picks: [] })}>
          接受全部“确定”的 {sums.sure.count} 张…
        </Button>
        <Button type="primary" disabled={ticked.size === 0} title="Ctrl+Enter" onClick={acceptTicked}>
          接受勾选的 {ticked.size} 张…
        </Button>
      </footer>
      {wanted === null ? null : (
        <PlanDialog
          wanted={wanted}
          onClose={() => setWanted(null)}
          onAccepted={(accepted) => {
            setWanted(null);
            setTicked(noTicks);
            url.set({ invoice: null, page: null });
            onAccepted(accepted);
          }}
        />
      )}
    </div>
  );
}

function Toolbar({
  page: { sums },
  filter,
  url,
  isNarrow,
}: Pick<Props, "page" | "filter" | "url"> & Readonly<{ isNarrow: boolean }>) {
  const label = (band: Band) => (isNarrow ? bandWords[band] : `${bandWords[band]} ${sums[band].count}`);
  const all = sums.sure.count + sums.ask.count + sums.new.count;
  return (
    <>
      <Segments<MatchFilter["band"]>
        label="把握"
        value={filter.band}
        options={[
          { value: "all", label: isNarrow ? "全部" : `全部 ${all}` },
          ...bands.map((band) => ({ value: band, label: label(band) })),
        ]}
        onChange={(band) => url.set({ band: band === "all" ? null : band, page: null, invoice: null })}
      />
      {all <= pageSize ? null : (
        <Input.Search
          className="jf-match-search"
          aria-label="在全部待匹配发票中查找"
          placeholder="在全部中查找：号码、销方、内容"
          defaultValue={filter.search}
          allowClear
          onSearch={(text) => url.set({ q: text.trim() || null, page: null, invoice: null })}
        />
      )}
    </>
  );
}

function Pages({
  total,
  page,
  onPage,
}: Readonly<{ total: number; page: number; onPage: (page: number) => void }>) {
  if (total <= pageSize) return <span className="jf-soft jf-num">共 {total} 张</span>;
  const last = Math.min(total, (page + 1) * pageSize);
  return (
    <>
      <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        上一页
      </Button>
      <span className="jf-soft jf-num">
        第 {page * pageSize + 1}–{last} 张，共 {total} 张
      </span>
      <Button size="small" disabled={last >= total} onClick={() => onPage(page + 1)}>
        下一页
      </Button>
    </>
  );
}
