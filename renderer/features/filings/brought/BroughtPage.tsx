import { Button } from "antd";
import { useState } from "react";
import type { BroughtRow } from "#shared/api/bring.ts";
import { asId } from "#shared/kernel/id.ts";
import { useScope } from "../../../app/scope.ts";
import { useApi } from "../../../app/useApi.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Loaded, Page } from "../../../components/Page.tsx";
import { PageHeader } from "../../../components/PageHeader.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { useUrlState } from "../../../components/useUrlState.ts";
import { BackToFilings } from "../FilingViews.tsx";
import { BroughtPaper } from "./BroughtPaper.tsx";
import { broughtColumns } from "./broughtColumns.tsx";

/** 带入过的材料: what is kept of earlier years and other programs, of the project or of all projects of the year. */
export function BroughtPage() {
  const url = useUrlState();
  const open = url.get("brought");
  return open === null ? <BroughtList /> : <BroughtPaper key={open} id={asId(open)} />;
}

function BroughtList() {
  const { scope, project, fiscalYear } = useScope();
  const url = useUrlState();
  const brought = useApi("filings.brought", scope);
  const [columns] = useState(() => ({ all: broughtColumns(true), one: broughtColumns(false) }));
  return (
    <Page>
      <PageHeader
        before={<BackToFilings />}
        title="带入过的材料"
        note={project === null ? `${fiscalYear} 年度` : `${project.name}，${fiscalYear} 年度`}
        actions={<Button onClick={() => url.set({ view: "bring" })}>带入材料</Button>}
      />
      <Loaded query={brought}>
        {(rows) => (
          <DataTable<BroughtRow>
            title="带入过的材料"
            columns={project === null ? columns.all : columns.one}
            rows={rows}
            rowKey={(row) => row.id}
            rowTone={(row) => (row.voidReason === null ? undefined : "muted")}
            onOpen={(row) => url.set({ brought: row.id })}
            empty={
              <EmptyState
                title="还没有带入过材料"
                action={
                  <Button type="primary" onClick={() => url.set({ view: "bring" })}>
                    带入材料
                  </Button>
                }
              >
                带入的申报表、填报表、情况说明会原样保存在账本里，随时对照。
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
