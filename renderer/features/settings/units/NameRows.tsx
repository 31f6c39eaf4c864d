import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { DateInput } from "../../../components/inputs/DateInput.tsx";
import { emptyName, type UnitName } from "./unitFields.ts";

type Props = Readonly<{
  names: readonly UnitName[];
  onType: (names: readonly UnitName[]) => void;
  onChoose: (names: readonly UnitName[]) => void;
}>;

/** The names of a unit in the order of time; an empty date means always. */
export function NameRows({ names, onType, onChoose }: Props) {
  const put = (index: number, changes: Partial<UnitName>): readonly UnitName[] =>
    names.map((name, at) => (at === index ? { ...name, ...changes } : name));
  const [added, setAdded] = useState(false);
  return (
    <div className="jf-names">
      {names.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may be empty and may be written twice
        <div key={index} className="jf-name">
          <Input
            aria-label={`第 ${index + 1} 个名称`}
            placeholder="单位全称"
            autoFocus={added && index === names.length - 1 && row.name === ""}
            value={row.name}
            onChange={(event) => onType(put(index, { name: event.target.value }))}
          />
          <DateInput
            aria-label="启用日期"
            placeholder="启用日期"
            value={row.validFrom}
            onChange={(validFrom) => onChoose(put(index, { validFrom }))}
          />
          <DateInput
            aria-label="停用日期"
            placeholder="至今"
            value={row.validTo}
            onChange={(validTo) => onChoose(put(index, { validTo }))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label="删除这个名称"
            title="删除"
            disabled={names.length === 1}
            onClick={() => onChoose(names.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => {
          setAdded(true);
          onType([...names, emptyName]);
        }}
      >
        增加名称
      </Button>
    </div>
  );
}
