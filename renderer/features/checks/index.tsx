import { DownloadOutlined, ReloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, Space } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { Link } from "react-router";
import type { CheckResult } from "#shared/api/checks.ts";
import type { FileFormat } from "#shared/api/filings.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import { useScope } from "../../app/scope.ts";
import { useToday } from "../../app/status.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { DateInput } from "../../components/inputs/DateInput.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { useExportList } from "../../components/table/useExportList.ts";
import "../../components/table/table.css";
import { FindingGroups } from "./FindingGroups.tsx";
import { type FindingFilter, filterFindings, groupByRule, noFilter, toList } from "./groupFindings.ts";
import { RuleFacets } from "./RuleFacets.tsx";
import { SummaryFilter } from "./SummaryFilter.tsx";
import "./checks.css";
import { formatCount } from "../../components/inputs/readDecimal.ts";

/** 核对: every rule over the year or the project, as of a day. */
export function ChecksPage() {
  const { scope, fiscalYear, project } = useScope();
  const today = useToday();
  const [asOf, setAsOf] = useState<IsoDate | null>(null);
  const query = useApi("checks.run", { ...scope, asOf });
  return (
    <Page>
      <PageHeader
        title="核对"
        note={`${project?.name ?? `${fiscalYear} 年度全部项目`}，金额单位：元`}
        actions={
          <>
            <label className="jf-soft" htmlFor="jf-as-of">
              截至
            </label>
            <span className="jf-as-of">
              <DateInput
                id="jf-as-of"
                value={asOf ?? today}
                onChange={(date) => setAsOf(date === null || date === today ? null : date)}
              />
            </span>
            <Button icon={<ReloadOutlined />} loading={query.isFetching} onClick={() => void query.refetch()}>
              重新核对
            </Button>
          </>
        }
      />
      <Loaded query={query}>{(result) => <Result result={result} />}</Loaded>
    </Page>
  );
}

function Result({ result }: Readonly<{ result: CheckResult }>) {
  const { findings, asOf } = result;
  const [filter, setFilter] = useState<FindingFilter>(noFilter);
  const exporting = useExportList();
  const { projects } = useScope();
  const typed = useDeferredValue(filter.typed);
  const change = (changes: Partial<FindingFilter>) => setFilter((now) => ({ ...now, ...changes }));
  const ofState = useMemo(
    () => filterFindings(findings, { ...noFilter, state: filter.state, typed }),
    [findings, filter.state, typed],
  );
  const rules = useMemo(() => groupByRule(ofState), [ofState]);
  const groups = rules.filter(
    ({ ruleId, area }) =>
      (filter.ruleId === null || ruleId === filter.ruleId) && (filter.area === null || area === filter.area),
  );
  const shown = groups.flatMap((group) => group.findings);
  const save = (format: FileFormat) => exporting.start(toList(`核对 ${asOf}`, shown), format);

  if (findings.length === 0 && projects.length === 0)
    return (
      <EmptyState title="还没有可以核对的内容">
        请先登记<Link to="/projects">项目</Link>和<Link to="/contracts">合同</Link>，再导入发票、申请付款。
      </EmptyState>
    );
  if (findings.length === 0)
    return <EmptyState title="没有发现问题">截至 {asOf}，合同、发票、付款和预算都对得上。</EmptyState>;
  return (
    <>
      <div className="jf-table-toolbar">
        <SummaryFilter
          findings={findings}
          state={filter.state}
          onChange={(state) => change({ state, area: null, ruleId: null })}
        />
        <span className="jf-spacer" />
        <span className="jf-soft jf-num" role="status">
          {formatCount(shown.length)} 个问题
        </span>
        <Input
          className="jf-table-search"
          allowClear
          prefix={<SearchOutlined className="jf-faint" />}
          placeholder="筛选：编号、名称、文字"
          aria-label="筛选问题"
          value={filter.typed}
          onChange={(event) => change({ typed: event.target.value })}
        />
        <Space.Compact>
          <Button
            icon={<DownloadOutlined />}
            loading={exporting.busy}
            disabled={shown.length === 0}
            title="把显示的问题另存为 Excel 工作簿"
            onClick={() => save("xlsx")}
          >
            导出
          </Button>
          <Button
            disabled={shown.length === 0 || exporting.busy}
            title="把显示的问题另存为 PDF"
            onClick={() => save("pdf")}
          >
            PDF
          </Button>
        </Space.Compact>
      </div>
      <div className="jf-checks">
        <RuleFacets rules={rules} chosen={filter} onChange={change} />
        <FindingGroups groups={groups} />
      </div>
    </>
  );
}
