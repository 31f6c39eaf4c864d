import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { UnitCard } from "./UnitCard.tsx";
import { newUnit, unitFields } from "./unitFields.ts";
import "./units.css";

/** 本单位: the units this office acts as, each with its names and the days they were in force. */
export function UnitsTab() {
  const office = useApi("office.get", {});
  const [adding, setAdding] = useState(false);
  return (
    <Loaded query={office}>
      {({ units }) => (
        <div className="jf-units">
          <div className="jf-tools">
            <span className="jf-soft">
              发票抬头按开票日有效的名称核对；更名时增加一个新名称，不要改旧的。
            </span>
            <span className="jf-spacer" />
            <Button type="primary" icon={<PlusOutlined />} disabled={adding} onClick={() => setAdding(true)}>
              增加单位
            </Button>
          </div>
          {units.map((unit) => (
            <UnitCard key={unit.id} unit={unitFields(unit)} title={unit.currentName} />
          ))}
          {adding ? <UnitCard unit={newUnit} title="新单位" onStored={() => setAdding(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}
