import { Link } from "react-router";
import { EmptyState } from "../components/EmptyState.tsx";
import { Page } from "../components/Page.tsx";

/** An address that leads nowhere, for example out of an old link. */
export const NoSuchPage = () => (
  <Page>
    <EmptyState title="没有这个页面" action={<Link to="/">回到工作台</Link>} />
  </Page>
);
