import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";

type Props = Readonly<{
  name: string;
  canMove: (step: -1 | 1) => boolean;
  /** `column` is what the keys were on, as in `data-column`. */
  onMove: (step: -1 | 1, column: string) => void;
  onRemove: () => void;
  /** Alt with an arrow does it from the field: without these the way by Tab is half as long. */
  byAlt?: boolean;
}>;

/** Up, down and away for one of a list. */
export const OrderButtons = ({ name, canMove, onMove, onRemove, byAlt = false }: Props) => (
  <span className="jf-template-item-keys">
    {([-1, 1] as const).map((step) => {
      const word = step < 0 ? "上移" : "下移";
      const column = step < 0 ? "up" : "down";
      return (
        <Button
          key={step}
          type="text"
          size="small"
          {...(byAlt ? { tabIndex: -1, title: `${word}（Alt+${step < 0 ? "↑" : "↓"}）` } : {})}
          data-column={column}
          aria-label={`${name}：${word}`}
          icon={step < 0 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
          disabled={!canMove(step)}
          onClick={() => onMove(step, column)}
        />
      );
    })}
    <Button
      type="text"
      size="small"
      aria-label={`${name}：去掉`}
      title="去掉"
      icon={<CloseOutlined />}
      onClick={onRemove}
    />
  </span>
);
