import type { FindingView } from "#shared/api/checks.ts";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { asId } from "#shared/kernel/id.ts";
import { severities } from "#shared/model/check.ts";
import { useApi } from "../../../app/useApi.ts";
import { FindingList } from "../../../components/FindingList.tsx";
import { Loaded, Page, Section } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import { BackToFilings } from "../FilingViews.tsx";
import "./check.css";

const isOpen = ({ state }: FindingView): boolean => state === "open";

/** 申报体检: everything that is wrong with the papers of a project, by the paper on which it is mended. */
export function CheckupPage({ project }: Readonly<{ project: ProjectChoice }>) {
  const checkup = useApi("filings.checkup", { id: asId(project.id) });
  return (
    <Page>
      <PageHeader
        before={<BackToFilings />}
        title="申报体检"
        note={`${project.name}，${project.fiscalYear} 年度`}
        actions={<Counts findings={checkup.data?.groups.flatMap(({ findings }) => findings) ?? []} />}
      />
      <Loaded query={checkup}>
        {({ groups, clean }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
          <section className="jf-checkup" aria-label="体检结果" tabIndex={0}>
            {groups.length === 0 ? <p className="jf-soft">各份材料都没有发现问题，可以报送。</p> : null}
            {groups.map(({ paper, findings }) => (
              <Section
                key={paper}
                title={paper}
                note={<span className="jf-num">{findings.filter(isOpen).length} 个待处理</span>}
              >
                <FindingList findings={findings} />
              </Section>
            ))}
            {clean.length === 0 || groups.length === 0 ? null : (
              <p className="jf-soft">没有发现问题：{clean.join("、")}。</p>
            )}
          </section>
        )}
      </Loaded>
    </Page>
  );
}

function Counts({ findings }: Readonly<{ findings: readonly FindingView[] }>) {
  const open = findings.filter(isOpen);
  return (
    <span className="jf-checkup-counts" role="status" aria-label="待处理">
      {severities.map((severity) => {
        const count = open.filter((finding) => finding.severity === severity).length;
        return count === 0 ? null : (
          <span key={severity}>
            <SeverityTag severity={severity} /> <span className="jf-num">{count}</span>
          </span>
        );
      })}
    </span>
  );
}
