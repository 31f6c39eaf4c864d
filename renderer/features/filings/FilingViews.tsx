import { Button } from "antd";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { useUrlState } from "../../components/useUrlState.ts";

/** The ways from the papers to what is brought in and to the check before they are handed in. */
export function FilingViews({ project }: Readonly<{ project?: ProjectChoice }>) {
  const url = useUrlState();
  return (
    <>
      <Button onClick={() => url.set({ view: "bring" })}>带入材料</Button>
      <Button onClick={() => url.set({ view: "brought" })}>带入过的</Button>
      {project === undefined ? null : <Button onClick={() => url.set({ view: "check" })}>申报体检</Button>}
    </>
  );
}

/** Back to the papers. */
export function BackToFilings() {
  const url = useUrlState();
  return <Button onClick={() => url.set({ view: null, brought: null })}>返回申报</Button>;
}
