import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ProjectDetail } from "#shared/api/projects.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { PolicyCard } from "./PolicyCard.tsx";
import "./policies.css";

/** 立项依据: the documents the project rests on. */
export function PoliciesTab({ detail: { project, policies } }: Readonly<{ detail: ProjectDetail }>) {
  const add = useApiMutation("projects.savePolicy");
  const nextSeq = Math.max(0, ...policies.map((policy) => policy.seq)) + 1;
  const addButton = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      loading={add.isPending}
      onClick={() =>
        add.mutate({
          id: null,
          projectId: project.id,
          seq: nextSeq,
          title: "（文件名称）",
          documentNo: "",
          content: "",
        })
      }
    >
      增加依据
    </Button>
  );
  if (policies.length === 0)
    return (
      <EmptyState title="还没有立项依据" action={addButton}>
        写明文件名称、文号，以及其中作为本项目依据的内容。
      </EmptyState>
    );
  return (
    <div className="jf-policies">
      <div className="jf-tools">
        <span className="jf-soft">文件名称、文号，以及其中作为本项目依据的内容</span>
        <span className="jf-spacer" />
        {addButton}
      </div>
      {policies.map((policy, index) => (
        <PolicyCard key={policy.id} policy={policy} number={index + 1} />
      ))}
    </div>
  );
}
