import { EmptyState } from "../../components/EmptyState.tsx";
import { DetailPane } from "../../components/SplitView.tsx";

type Props = Readonly<{ what: string; name: string; onClose: () => void }>;

/** In the place of a paper that a link asks for and that is not in what is shown. */
export function MissingPane({ what, name, onClose }: Props) {
  return (
    <DetailPane title={name} onClose={onClose}>
      <EmptyState title={`没有找到${what} ${name}`}>
        它可能已作废，或属于别的年度、别的项目。请在窗口顶部换一个年度或项目再找。
      </EmptyState>
    </DetailPane>
  );
}
