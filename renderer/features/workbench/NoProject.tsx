import { Button } from "antd";
import { useNavigate } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";

/** The first step in a new ledger or a new year. */
export function NoProject({ year }: Readonly<{ year: number }>) {
  const navigate = useNavigate();
  return (
    <EmptyState
      title={`${year} 年度还没有项目`}
      action={
        <Button type="primary" onClick={() => void navigate("/projects?new=1")}>
          新建项目
        </Button>
      }
    >
      先建项目，再填预算明细、签合同、导入发票。
    </EmptyState>
  );
}
