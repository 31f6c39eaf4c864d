import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useBackKey } from "./useEditorKeys.ts";

/** Back to the list, by Escape too. */
export function BackButton({ onClick }: Readonly<{ onClick: () => void }>) {
  useBackKey(onClick);
  return (
    <Button
      type="text"
      disabled={false}
      icon={<ArrowLeftOutlined />}
      aria-label="返回付款列表（Esc）"
      title="返回付款列表（Esc）"
      onClick={onClick}
    />
  );
}
