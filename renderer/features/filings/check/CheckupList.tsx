import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { Checkup } from "#shared/api/bring.ts";
import type { FindingView } from "#shared/api/checks.ts";
import { isBlocking } from "#shared/filings/checkup.ts";
import { severities } from "#shared/model/check.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { FindingList } from "../../../components/FindingList.tsx";
import { Section } from "../../../components/Page.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SeverityTag } from "../../../components/SeverityTag.tsx";
import "./check.css";

const isOpen = ({ state }: FindingView): boolean => state === "open";

type Shown = "all" | "blocking";
type Props = Readonly<{
  checkup: Checkup;
  /** Of a paper whose findings are listed: what else can be done about it. */
  actionsOf?: (group: Checkup["groups"][number]) => ReactNode;
}>;

/** What the check of a project's papers found, by the paper on which it is mended: on its own page and before a 报送. */
export function CheckupList({ checkup, actionsOf }: Props) {
  const { groups, clean, blocking } = checkup;
  const [chosen, setShown] = useState<Shown>("all");
  const shown = blocking === 0 ? "all" : chosen;
  const all = groups.flatMap(({ findings }) => findings);
  const visible = groups.flatMap((group) => {
    const kept = shown === "all" ? group.findings : group.findings.filter(isBlocking);
    return kept.length === 0 ? [] : [{ ...group, findings: kept }];
  });
  if (groups.length === 0) return <p className="jf-soft">各份材料都没有发现问题，可以报送。</p>;
  return (
    <>
      <div className="jf-checkup-tools">
        <Counts findings={all} />
        <span className="jf-spacer" />
        <MendAll findings={all} />
        {blocking === 0 ? null : (
          <Segments<Shown>
            label="显示哪些问题"
            size="small"
            disabled={false}
            value={shown}
            options={[
              { value: "all", label: `全部 ${all.length}` },
              { value: "blocking", label: `妨碍报送 ${blocking}` },
            ]}
            onChange={setShown}
          />
        )}
      </div>
      {visible.map((group) => (
        <Section
          key={group.paper}
          title={group.paper}
          note={<span className="jf-num">{group.findings.filter(isOpen).length} 个待处理</span>}
          actions={actionsOf?.(group)}
        >
          <FindingList findings={group.findings} />
        </Section>
      ))}
      {clean.length === 0 || shown === "blocking" ? null : (
        <p className="jf-soft">没有发现问题：{clean.join("、")}。</p>
      )}
    </>
  );
}

function Counts({ findings }: Readonly<{ findings: readonly FindingView[] }>) {
  const open = findings.filter(isOpen);
  const accepted = findings.length - open.length;
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
      {open.length === 0 ? <span className="jf-soft">问题都已处理，可以报送</span> : null}
      {accepted === 0 ? null : <span className="jf-faint">已认可 {accepted}</span>}
    </span>
  );
}

/** All that a click can put right, as one step that can be taken back. */
function MendAll({ findings }: Readonly<{ findings: readonly FindingView[] }>) {
  const mend = useApiMutation("checks.mendMany");
  const findingKeys = findings
    .filter((finding) => finding.mend !== undefined && isOpen(finding))
    .map(({ key }) => key);
  if (findingKeys.length < 2) return null;
  return (
    <Button size="small" loading={mend.isPending} onClick={() => mend.mutate({ findingKeys })}>
      全部一键改正（{findingKeys.length} 处）
    </Button>
  );
}
