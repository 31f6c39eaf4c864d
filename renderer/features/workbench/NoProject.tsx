import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";

const steps = [
  { to: "/settings/units", text: "在“设置”里核对本单位的名称和税号" },
  { to: "/projects?new=1", text: "新建项目，填写资金和预算明细" },
  { to: "/contracts", text: "登记合同和月租，付款计划自动排好" },
  { to: "/invoices", text: "导入电子税务局下载的发票" },
  { to: "/payments", text: "逐笔核对，申请付款" },
] as const;

/** The first steps in a new ledger or a new year. */
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
      <ol className="jf-first-steps">
        {steps.map(({ to, text }) => (
          <li key={to}>
            <Link to={to}>{text}</Link>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
