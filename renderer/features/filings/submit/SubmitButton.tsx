import { Button } from "antd";
import { useState } from "react";
import type { ProjectChoice } from "#shared/api/ledger.ts";
import { SubmitDialog } from "./SubmitDialog.tsx";

/** 报送: freezes the papers and writes the package. Closed years are answered for afterwards, so they may still hand in. */
export function SubmitButton({
  project,
  primary = false,
}: Readonly<{ project: ProjectChoice; primary?: boolean }>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={primary ? "primary" : "default"} disabled={false} onClick={() => setOpen(true)}>
        报送
      </Button>
      {open ? <SubmitDialog project={project} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
