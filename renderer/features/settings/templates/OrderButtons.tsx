import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";

type Props<Item> = Readonly<{
  name: string;
  list: readonly Item[];
  at: number;
  onChange: (list: readonly Item[]) => void;
}>;

/** Up, down and away for one of a list. */
export function OrderButtons<Item>({ name, list, at, onChange }: Props<Item>) {
  const swap = (step: -1 | 1) => {
    const [own, other] = [list[at], list[at + step]];
    if (own === undefined || other === undefined) return;
    onChange(list.map((item, index) => (index === at ? other : index === at + step ? own : item)));
  };
  return (
    <span className="jf-template-item-keys">
      <Button
        type="text"
        size="small"
        aria-label={`${name}：上移`}
        icon={<ArrowUpOutlined />}
        disabled={at === 0}
        onClick={() => swap(-1)}
      />
      <Button
        type="text"
        size="small"
        aria-label={`${name}：下移`}
        icon={<ArrowDownOutlined />}
        disabled={at === list.length - 1}
        onClick={() => swap(1)}
      />
      <Button
        type="text"
        size="small"
        aria-label={`${name}：去掉`}
        icon={<CloseOutlined />}
        onClick={() => onChange(list.filter((_, index) => index !== at))}
      />
    </span>
  );
}
