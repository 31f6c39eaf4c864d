import { HistoryOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useState } from "react";
import type { ApiInput } from "#shared/api/contract.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded } from "../../components/Page.tsx";
import { StepList } from "./StepList.tsx";

type Asked = Pick<ApiInput<"history.ofRecord">, "entity" | "id">;

type Props = Asked & Readonly<{ /** What the record is called, for the heading. */ name: string }>;

const mostSteps = 200;

/** 变更记录 of the record that is open, beside it. */
export function HistoryButton({ entity, id, name }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="text"
        disabled={false}
        icon={<HistoryOutlined />}
        aria-label="变更记录"
        title="变更记录"
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={`变更记录：${name}`}
        size={560}
        destroyOnHidden
      >
        <RecordHistory entity={entity} id={id} />
      </Drawer>
    </>
  );
}

function RecordHistory(record: Asked) {
  const query = useApi("history.ofRecord", { ...record, limit: mostSteps });
  return (
    <Loaded query={query}>
      {(steps) =>
        steps.length === 0 ? (
          <EmptyState title="还没有变更记录">
            登记时的内容随账本或导入而来，之后的每一次改动都会记在这里。
          </EmptyState>
        ) : (
          <StepList steps={steps} />
        )
      }
    </Loaded>
  );
}
