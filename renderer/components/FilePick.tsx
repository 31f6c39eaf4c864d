import { FolderOpenOutlined } from "@ant-design/icons";
import { Button, type ButtonProps } from "antd";
import type { ReactNode } from "react";
import type { PickedFile, PickPurpose } from "#shared/api/shell.ts";
import { request } from "../app/client.ts";
import { useReportError } from "../app/reportError.ts";

type Props = Pick<ButtonProps, "type" | "disabled" | "loading" | "icon"> &
  Readonly<{
    purpose: PickPurpose;
    onPick: (file: PickedFile) => void;
    children: ReactNode;
  }>;

/** A button that opens the file dialog; the window gets a token and a name, never a path. */
export function FilePick({ purpose, onPick, children, icon = <FolderOpenOutlined />, ...rest }: Props) {
  const report = useReportError();
  const pick = async () => {
    const picked = await request("shell.pickFile", { purpose });
    if (picked !== null) onPick(picked);
  };
  return (
    <Button {...rest} icon={icon} onClick={() => void pick().catch(report)}>
      {children}
    </Button>
  );
}
