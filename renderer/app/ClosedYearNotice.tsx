import { LockOutlined } from "@ant-design/icons";
import { Link } from "react-router";
import { useClosedYear } from "./closedYear.ts";

/** A calm line over every page while the year at the top is closed. */
export function ClosedYearNotice() {
  const closed = useClosedYear();
  if (closed === null) return null;
  return (
    <div className="jf-notice jf-notice-closed" role="status">
      <LockOutlined />
      <span>
        {closed.year} 年度已关账，只能查看。
        {closed.reason === "" ? "" : `关账说明：${closed.reason}。`}
      </span>
      <span className="jf-spacer" />
      <Link to="/settings/years">年度设置</Link>
    </div>
  );
}
