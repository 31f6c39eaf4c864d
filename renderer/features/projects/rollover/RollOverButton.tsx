import { Button, Modal } from "antd";
import { useState } from "react";
import type { ProjectView } from "#shared/api/projects.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { RollOverDialog } from "./RollOverDialog.tsx";
import { RollOverItems } from "./RollOverItems.tsx";

/** 结转到下年, and for a project that came out of one, what it took along. A closed year may still be gone on from. */
export function RollOverButton({ project }: Readonly<{ project: ProjectView }>) {
  const [open, setOpen] = useState<"dialog" | "report" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {project.previousProjectId === null ? null : (
        <Button disabled={false} onClick={() => setOpen("report")}>
          结转清单
        </Button>
      )}
      <Button disabled={false} onClick={() => setOpen("dialog")}>
        结转到下年
      </Button>
      {open === "dialog" ? <RollOverDialog project={project} onClose={close} /> : null}
      {open === "report" ? <Report project={project} onClose={close} /> : null}
    </>
  );
}

function Report({ project, onClose }: Readonly<{ project: ProjectView; onClose: () => void }>) {
  const report = useApi("projects.rollOverReport", { id: project.id });
  return (
    <Modal open width={1000} title="结转清单：与上年项目比较" footer={null} onCancel={onClose}>
      <Loaded query={report}>{(items) => <RollOverItems items={items} />}</Loaded>
    </Modal>
  );
}
