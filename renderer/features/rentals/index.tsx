import { PlusOutlined } from "@ant-design/icons";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { useNotify } from "../../app/notify.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { useLeaveGuard } from "../../components/LeaveGuard.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { WriteButton } from "../../components/WriteButton.tsx";
import { CellPane } from "./CellPane.tsx";
import { DevicesPage } from "./devices/DevicesPage.tsx";
import { MatrixGrid } from "./MatrixGrid.tsx";
import { MatrixToolbar } from "./MatrixToolbar.tsx";
import { filterMatrix } from "./matrixList.ts";
import { RentalDialog } from "./RentalDialog.tsx";
import { RentalDialogs } from "./RentalDialogs.tsx";
import { EditBar } from "./sheet/EditBar.tsx";
import { MonthsDialog } from "./sheet/MonthsDialog.tsx";
import { useSheet, useSheetSteps } from "./sheet/useSheet.ts";
import "./rentals.css";

/** 月租: devices by months, and beside them the month that is open; or the register of the devices of one rental. */
export function RentalsPage() {
  const { get, set } = useUrlState();
  const { scope, fiscalYear } = useScope();
  const { done } = useNotify();
  const matrix = useApi("rentals.matrix", scope);
  const [adding, setAdding] = useState(false);
  const steps = useSheetSteps();
  useLeaveGuard({
    active: steps.edits.size > 0,
    withinPage: true,
    title: "月租表中的改动还没有保存",
    text: "离开后，表中输入的数量和单价不会保留。",
  });
  const devicesOf = get("devices");
  if (devicesOf !== null)
    return <DevicesPage key={devicesOf} rentalId={devicesOf} onBack={() => set({ devices: null })} />;
  const addButton = (
    <WriteButton icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      新增设备组
    </WriteButton>
  );
  return (
    <Page>
      <PageHeader title="月租" note={`${fiscalYear} 年度，金额单位：元`} actions={addButton} />
      <Loaded query={matrix}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState title={`${fiscalYear} 年度还没有月租`} action={addButton}>
              先在<Link to="/contracts">合同</Link>
              里登记一份“按月支付”的合同，再新增它的设备组，填写数量和单价。
            </EmptyState>
          ) : (
            <Matrix stored={data} steps={steps} />
          )
        }
      </Loaded>
      {adding ? (
        <RentalDialog
          rental={null}
          onSaved={({ id, name }) => {
            setAdding(false);
            done(`${name}已登记，请填写数量和单价`);
            set({ rental: id, edit: id, month: null });
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Page>
  );
}

/** What is asked of a rental stands in the address under these names. */
const asked = { segments: "edit", edit: "rename", void: "void" } as const;
const askedActions = ["segments", "edit", "void"] as const;

type MatrixProps = Readonly<{ stored: RentalMatrix; steps: ReturnType<typeof useSheetSteps> }>;

function Matrix({ stored, steps }: MatrixProps) {
  const { get, set } = useUrlState();
  const sheet = useSheet(stored, steps);
  const [typed, setTyped] = useState("");
  const [saving, setSaving] = useState(false);
  const shown = useMemo(() => filterMatrix(sheet.matrix, typed), [sheet.matrix, typed]);
  const open = { rentalId: get("rental"), month: get("month") };
  const openRow = sheet.matrix.rows.find((row) => row.rental.id === open.rentalId);
  const openCell = openRow?.cells.find((cell) => cell.month === open.month);
  const action = askedActions.find((one) => get(asked[one]) !== null);
  const actedOn = stored.rows.find(({ rental }) => action !== undefined && rental.id === get(asked[action]));
  const save = () => {
    if (sheet.edits.size > 0) setSaving(true);
  };
  return (
    <>
      <MatrixToolbar
        matrix={shown}
        sheet={sheet}
        total={stored.rows.length}
        typed={typed}
        onType={setTyped}
      />
      <EditBar sheet={sheet} onSave={save} />
      <SplitView
        detailSize="34%"
        list={
          <MatrixGrid
            matrix={shown}
            sheet={sheet}
            open={open}
            onOpen={(rentalId, month) => set({ rental: rentalId, month })}
            onAction={(rentalId, chosen) =>
              set({ [chosen === "devices" ? "devices" : asked[chosen]]: rentalId })
            }
            onClose={() => set({ month: null })}
            onSave={save}
          />
        }
        detail={
          openRow === undefined || openCell === undefined ? null : (
            <CellPane
              row={openRow}
              cell={openCell}
              onEdit={() => set({ edit: openRow.rental.id })}
              onClose={() => set({ month: null })}
            />
          )
        }
      />
      {actedOn === undefined || action === undefined ? null : (
        <RentalDialogs row={actedOn} action={action} onClose={() => set({ [asked[action]]: null })} />
      )}
      {saving ? (
        <MonthsDialog
          edits={sheet.edits}
          onSaved={() => {
            setSaving(false);
            sheet.drop();
          }}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </>
  );
}
