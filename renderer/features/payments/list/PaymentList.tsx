import { type ReactNode, useMemo, useState } from "react";
import type { PaymentRow } from "#shared/api/payments.ts";
import { openActions } from "#shared/payments/flow.ts";
import { paymentWords } from "#shared/words/words.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { SplitView } from "../../../components/SplitView.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import type { UrlState } from "../../../components/useUrlState.ts";
import { MissingPane } from "../../contracts/MissingPane.tsx";
import { PaymentPane } from "../detail/PaymentPane.tsx";
import { BatchSteps } from "./BatchSteps.tsx";
import { type FindingsOf, narrowColumns, paymentColumns, voidedColumns } from "./paymentColumns.tsx";
import { filterPayments, findPayment, type PaymentFilter, stateCounts } from "./paymentRows.ts";

type Props = Readonly<{
  payments: readonly PaymentRow[];
  voided: readonly PaymentRow[];
  findings: FindingsOf;
  title: string;
  url: UrlState;
  /** The one that was just saved. */
  savedId: string | null;
  newButton: ReactNode;
}>;

const filterWords: Readonly<Record<PaymentFilter, string>> = {
  ...paymentWords,
  all: "全部",
  void: "作废",
};

/** The payments by state, and beside them the one that is open. */
export function PaymentList({ payments, voided, findings, title, url, savedId, newButton }: Props) {
  const [filter, setFilter] = useState<PaymentFilter>("all");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => [...payments, ...voided], [payments, voided]);
  const rows = useMemo(() => filterPayments(all, filter), [all, filter]);
  const counts = useMemo(() => stateCounts(all), [all]);
  const columns = useMemo(() => paymentColumns(findings), [findings]);
  const chosen = useMemo(
    () => (ticked.size === 0 ? [] : payments.filter(({ id }) => ticked.has(id))),
    [payments, ticked],
  );
  const wanted = { id: url.get("payment"), no: url.get("no") };
  const openId = findPayment(all, wanted)?.id ?? wanted.id;
  const isAlone = openId === null && wanted.no === null;
  const open = (id: string | null) => url.set({ payment: id, no: null });
  return (
    <SplitView
      detailSize="58%"
      list={
        <DataTable
          title={title}
          columns={filter === "void" ? voidedColumns : columns}
          shownColumns={filter === "void" || isAlone ? undefined : narrowColumns}
          loading={findings === undefined}
          rows={rows}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => open(row.id)}
          onClose={() => open(null)}
          rowTone={(row) => (row.voidedAt === null ? undefined : "muted")}
          {...(isAlone && filter !== "void"
            ? { ticks: { ticked, onChange: setTicked, allowed: canBeTaken, label: "选择这笔付款" } }
            : {})}
          toolbar={
            isAlone && chosen.length > 0 ? (
              <BatchSteps payments={chosen} onDone={() => setTicked(new Set())} />
            ) : (
              <Segments<PaymentFilter>
                label="状态"
                value={filter}
                options={counts.map((item) => ({
                  value: item.filter,
                  label:
                    openId === null ? `${filterWords[item.filter]} ${item.count}` : filterWords[item.filter],
                }))}
                onChange={setFilter}
              />
            )
          }
          empty={
            all.length === 0 ? (
              <EmptyState title="还没有付款" action={newButton}>
                从一张发票或一个到期的期次开始：金额、收款方和分摊会先填好，核对后再保存。
              </EmptyState>
            ) : (
              <EmptyState title={`没有“${filterWords[filter]}”的付款`} />
            )
          }
        />
      }
      detail={
        openId === null && wanted.no !== null ? (
          <MissingPane what="付款" name={wanted.no} onClose={() => open(null)} />
        ) : openId === null ? null : (
          <PaymentPane
            key={openId}
            paymentId={openId}
            isNew={openId === savedId}
            onEdit={() => url.set({ payment: openId, no: null, edit: "1" })}
            onRefund={() => url.set({ refundOf: openId })}
            onClose={() => open(null)}
          />
        )
      }
    />
  );
}

/** Payments that have a step before them. */
const canBeTaken = (payment: PaymentRow): boolean =>
  payment.voidedAt === null && openActions(payment).length > 0;
