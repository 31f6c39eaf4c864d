import { PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { Levels } from "./indicatorLines.ts";

type Props = Readonly<{
  choices: readonly Readonly<{ level1: string; level2: readonly string[] }>[];
  disabled: boolean;
  onAdd: (levels: Levels) => void;
}>;

/** As long as a form with all its levels may be, its last choice stays within reach in a low window. */
const inWindow = { maxHeight: "min(420px, 60vh)", overflowY: "auto" } as const;

/** Asks first where the new indicator belongs. */
export function AddIndicator({ choices, disabled, onAdd }: Props) {
  const items = choices.map(({ level1, level2 }) => ({
    key: level1,
    type: "group" as const,
    label: level1,
    children: level2.map((name) => ({
      key: `${level1}/${name}`,
      label: name,
      onClick: () => onAdd({ level1, level2: name }),
    })),
  }));
  return (
    <Dropdown menu={{ items, style: inWindow }} trigger={["click"]} disabled={disabled}>
      <Button type="primary" icon={<PlusOutlined />}>
        增加指标
      </Button>
    </Dropdown>
  );
}
