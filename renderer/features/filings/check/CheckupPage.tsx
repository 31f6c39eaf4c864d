import { Button } from "antd";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { asId } from "#shared/kernel/id.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { BackToFilings } from "../FilingViews.tsx";
import { SubmitButton } from "../submit/SubmitButton.tsx";
import { CheckupList } from "./CheckupList.tsx";

/** 申报体检: everything that is wrong with the papers of a project, by the paper on which it is mended. */
export function CheckupPage({ project }: Readonly<{ project: ProjectChoice }>) {
  const checkup = useApi("filings.checkup", { id: asId(project.id) });
  const url = useUrlState();
  return (
    <Page>
      <PageHeader
        before={<BackToFilings />}
        title="申报体检"
        note={`${project.name}，${project.fiscalYear} 年度`}
        actions={checkup.data?.groups.length === 0 ? null : <SubmitButton project={project} />}
      />
      <Loaded query={checkup}>
        {(answer) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
          <section className="jf-checkup" aria-label="体检结果" tabIndex={0}>
            {answer.groups.length === 0 ? (
              <Clean papers={answer.clean} project={project} />
            ) : (
              <CheckupList
                checkup={answer}
                actionsOf={({ paper, broughtId }) =>
                  broughtId === null ? null : (
                    <Button
                      size="small"
                      disabled={false}
                      aria-label={`看这份材料：${paper}`}
                      onClick={() => url.set({ view: "brought", brought: broughtId })}
                    >
                      看这份材料
                    </Button>
                  )
                }
              />
            )}
          </section>
        )}
      </Loaded>
    </Page>
  );
}

const Clean = ({ papers, project }: Readonly<{ papers: readonly string[]; project: ProjectChoice }>) => (
  <EmptyState title="各份材料都没有发现问题，可以报送" action={<SubmitButton project={project} primary />}>
    已核对：{papers.join("、")}。
  </EmptyState>
);
