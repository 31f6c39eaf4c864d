import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { YearView } from "#shared/api/years.ts";
import { useApi } from "../../../app/useApi.ts";
import { Loaded } from "../../../components/Page.tsx";
import { AddYearDialog } from "./AddYearDialog.tsx";
import { BudgetSettingsCard } from "./BudgetSettingsCard.tsx";
import { CloseYearDialog } from "./CloseYearDialog.tsx";
import { ReopenDialog } from "./ReopenDialog.tsx";
import { YearTable } from "./YearTable.tsx";
import "./years.css";

type Dialog = Readonly<{ kind: "close" | "reopen"; year: YearView }> | Readonly<{ kind: "add" }> | null;

/** 年度: the budget years, when payments end in them, and whether they are closed. */
export function YearsTab() {
  const years = useApi("years.list", {});
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <Loaded query={years}>
      {(rows) => (
        <div className="jf-years">
          <div className="jf-tools">
            <span className="jf-soft">
              关账后本年度的预算、合同、付款只能查看；确需更正的，写明原因重新打开，都记入变更记录。
            </span>
            <span className="jf-spacer" />
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDialog({ kind: "add" })}>
              新增年度…
            </Button>
          </div>
          <YearTable
            years={rows}
            onClose={(year) => setDialog({ kind: "close", year })}
            onReopen={(year) => setDialog({ kind: "reopen", year })}
          />
          <BudgetSettingsCard />
          {dialog?.kind === "add" ? <AddYearDialog years={rows} onClose={close} /> : null}
          {dialog?.kind === "close" ? <CloseYearDialog year={dialog.year} onClose={close} /> : null}
          {dialog?.kind === "reopen" ? <ReopenDialog year={dialog.year} onClose={close} /> : null}
        </div>
      )}
    </Loaded>
  );
}
