import { useState } from "react";
import { Link } from "react-router";
import type { RentalMatrix } from "#shared/api/rentals.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Loaded, Page } from "../../components/Page.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SplitView } from "../../components/SplitView.tsx";
import { useUrlState } from "../../components/useUrlState.ts";
import { CellPane } from "./CellPane.tsx";
import { MatrixGrid } from "./MatrixGrid.tsx";
import { MatrixToolbar } from "./MatrixToolbar.tsx";
import { filterMatrix } from "./matrixList.ts";
import { SegmentsDialog } from "./SegmentsDialog.tsx";
import "./rentals.css";

/** 月租: devices by months, and beside them the month that is open. */
export function RentalsPage() {
  const { scope, fiscalYear } = useScope();
  const matrix = useApi("rentals.matrix", scope);
  return (
    <Page>
      <PageHeader title="月租" note={`${fiscalYear} 年度，金额单位：元`} />
      <Loaded query={matrix}>
        {(data) => (data.rows.length === 0 ? <NoRentals year={fiscalYear} /> : <Matrix matrix={data} />)}
      </Loaded>
    </Page>
  );
}

function NoRentals({ year }: Readonly<{ year: number }>) {
  return (
    <EmptyState title={`${year} 年度还没有月租`}>
      先在<Link to="/contracts">合同</Link>里登记一份“按月支付”的合同，再在合同中新增月租的设备、数量和单价。
    </EmptyState>
  );
}

function Matrix({ matrix }: Readonly<{ matrix: RentalMatrix }>) {
  const { get, set } = useUrlState();
  const [typed, setTyped] = useState("");
  const shown = filterMatrix(matrix, typed);
  const open = { rentalId: get("rental"), month: get("month") };
  const openRow = matrix.rows.find((row) => row.rental.id === open.rentalId);
  const openCell = openRow?.cells.find((cell) => cell.month === open.month);
  const edited = matrix.rows.find((row) => row.rental.id === get("edit"));
  return (
    <>
      <MatrixToolbar matrix={shown} total={matrix.rows.length} typed={typed} onType={setTyped} />
      <SplitView
        detailSize="34%"
        list={
          <MatrixGrid
            matrix={shown}
            open={open}
            onOpen={(rentalId, month) => set({ rental: rentalId, month })}
            onEdit={(rentalId) => set({ edit: rentalId })}
            onClose={() => set({ month: null })}
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
      {edited === undefined ? null : <SegmentsDialog row={edited} onClose={() => set({ edit: null })} />}
    </>
  );
}
