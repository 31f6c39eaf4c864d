import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { ApiOutput } from "#shared/api/contract.ts";
import { pathTo } from "../../../app/paths.ts";
import { useScope } from "../../../app/scope.ts";
import { Section } from "../../../components/Page.tsx";

/** What was taken over, what was left, and where it goes on. */
export function BroughtResult({ result }: Readonly<{ result: ApiOutput<"filings.bring"> }>) {
  const navigate = useNavigate();
  const { setProject } = useScope();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const { projectId, projectCode, taken, left } = result;
  const check = () => {
    setProject(projectId);
    void navigate("/filings?view=check");
  };
  return (
    <div className="jf-bring-result">
      <p>
        已带入项目 <b>{projectCode}</b>，原件和读出的内容都保存在账本里，核对时会拿来比较。
      </p>
      <p className="jf-bring-next">
        <Button ref={next} type="primary" onClick={check}>
          做申报体检
        </Button>
        <Button onClick={() => void navigate(pathTo("project", projectId))}>看项目</Button>
      </p>
      <Section title="带入的">
        <Lines lines={taken} />
      </Section>
      {left.length === 0 ? null : (
        <Section title="没有带入的">
          <Lines lines={left} />
        </Section>
      )}
    </div>
  );
}

const Lines = ({ lines }: Readonly<{ lines: readonly string[] }>) => (
  <ul className="jf-bring-lines jf-selectable">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
