import { Modal } from "antd";
import { Facts } from "../components/Facts.tsx";
import { useApi } from "./useApi.ts";

export function AboutDialog({ open, onClose }: Readonly<{ open: boolean; onClose: () => void }>) {
  const about = useApi("shell.about", {}, { enabled: open });
  return (
    <Modal open={open} onCancel={onClose} title="关于经费工作台" footer={null} width={420}>
      {about.data === undefined ? null : (
        <Facts
          columns={1}
          items={[
            { label: "版本", value: about.data.version },
            { label: "系统", value: about.data.system },
            { label: "Electron", value: about.data.electron },
            { label: "Chromium", value: about.data.chrome },
            { label: "Node", value: about.data.node },
          ]}
        />
      )}
    </Modal>
  );
}
