import { Button } from "antd";
import { Link } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";

/** No row to show: because nothing waits, or because what waits is not of this kind. */
export const NothingWaits = ({ waits, onAll }: Readonly<{ waits: number; onAll: () => void }>) =>
  waits === 0 ? (
    <EmptyState title="没有等待付款的发票" action={<Link to="/invoices?import=1">导入发票</Link>}>
      导入发票后，还没有申请付款的发票列在这里，并配好合同的期次，核对后可以一次生成多笔付款草稿。
    </EmptyState>
  ) : (
    <EmptyState title="没有这一类的发票" action={<Button onClick={onAll}>看全部 {waits} 张</Button>} />
  );
