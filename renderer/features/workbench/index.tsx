import { lazy, Suspense, useCallback, useMemo } from "react";
import { Link, useNavigate } from "react-router";
import type { Workbench } from "#shared/api/office.ts";
import { pathTo } from "../../app/paths.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { Loaded, Page, Section } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SeverityCounts } from "../../components/SeverityTag.tsx";
import { DueParts } from "./DueParts.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { NoProject } from "./NoProject.tsx";
import { progressPoints } from "./progress.ts";
import { TodoList } from "./TodoList.tsx";
import { findingTodo, invoiceTodo, missingPapersPath, missingPapersTodo, paymentTodo } from "./todos.ts";
import "./workbench.css";

// The chart comes after the figures: nobody has to wait for it.
const ProgressChart = lazy(async () => ({ default: (await import("./ProgressChart.tsx")).ProgressChart }));

/** 工作台: what must I do now. */
export function WorkbenchPage() {
  const { scope, fiscalYear, projects, singleProject } = useScope();
  const overview = useApi("workbench.overview", scope);
  const projectPath = singleProject === null ? "/projects" : pathTo("project", singleProject.id);
  return (
    <Page scroll>
      <Loaded query={overview}>
        {(bench) => (
          <>
            <PageHeader
              title="工作台"
              note={`${fiscalYear} 年度，截至 ${bench.asOf}`}
              actions={
                <>
                  <Link to="/due">全部待办</Link>
                  <Link to="/budget">预算执行</Link>
                </>
              }
            />
            {projects.length === 0 ? (
              <NoProject year={fiscalYear} />
            ) : (
              <Bench bench={bench} fiscalYear={fiscalYear} projectPath={projectPath} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Props = Readonly<{ bench: Workbench; fiscalYear: number; projectPath: string }>;

function Bench({ bench, fiscalYear, projectPath }: Props) {
  const navigate = useNavigate();
  const points = useMemo(() => progressPoints(bench), [bench]);
  const toMonth = useCallback((month: string) => void navigate(`/payments?f.paidOn=${month}`), [navigate]);
  const blocked = bench.findings.filter((finding) => finding.severity === "block");
  return (
    <>
      <KeyFigures bench={bench} projectPath={projectPath} />
      <div className="jf-bench">
        <div>
          <TodoList
            title="阻断问题"
            alarm="block"
            items={blocked.map(findingTodo)}
            extra={<SeverityCounts counts={{ ...bench.summary, block: 0 }} />}
            none="没有阻断问题。"
            to="/checks"
          />
          <DueParts due={bench.due} />
        </div>
        <div>
          <Section title="执行进度" note="占年度预算">
            <Suspense fallback={<div className="jf-chart" />}>
              <ProgressChart points={points} onMonth={toMonth} />
            </Suspense>
          </Section>
          <TodoList
            title="在办付款"
            items={bench.pendingPayments.map(paymentTodo)}
            none="没有在办的付款。"
            to="/payments"
          />
          <TodoList
            title="未安排付款的发票"
            items={bench.openInvoices.map(invoiceTodo)}
            none="发票都已安排付款。"
            to="/invoices?f.available=%3E0"
          />
          <TodoList
            title="缺原件的发票"
            count={bench.missingPapers.count}
            items={missingPapersTodo(bench.missingPapers, fiscalYear)}
            none="每张发票都有原件。"
            to={missingPapersPath}
          />
        </div>
      </div>
    </>
  );
}
