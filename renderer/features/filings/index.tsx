import { EmptyState } from "../../components/EmptyState.tsx";
import { Page } from "../../components/Page.tsx";

export function FilingsPage() {
  return (
    <Page>
      <EmptyState title="此页正在编写" />
    </Page>
  );
}
