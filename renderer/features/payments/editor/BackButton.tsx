import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";

/** Back to the list. */
export const BackButton = ({ onClick }: Readonly<{ onClick: () => void }>) => (
  <Button
    type="text"
    disabled={false}
    icon={<ArrowLeftOutlined />}
    aria-label="返回付款列表"
    title="返回付款列表"
    onClick={onClick}
  />
);
