import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { ContractDetail, InstalmentView } from "#shared/api/contracts.ts";
import { asId } from "#shared/kernel/id.ts";
import type { ContractPrice } from "#shared/model/contract.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { ConfirmDialog } from "../../../components/ConfirmDialog.tsx";
import { ErrorBox } from "../../../components/ErrorBox.tsx";
import { formatDecimal } from "../../../components/inputs/readDecimal.ts";
import { Section } from "../../../components/Page.tsx";
import { DataTable } from "../../../components/table/DataTable.tsx";
import { VoidDialog } from "../../../components/VoidDialog.tsx";
import { MeasureForm } from "./MeasureForm.tsx";
import { measureColumns, priceColumns } from "./measuredColumns.tsx";
import { PriceForm } from "./PriceForm.tsx";

type Dialog =
  | Readonly<{ kind: "price"; price: ContractPrice | null }>
  | Readonly<{ kind: "remove"; price: ContractPrice }>
  | Readonly<{ kind: "measure"; instalment: InstalmentView | null }>
  | Readonly<{ kind: "void"; instalment: InstalmentView }>
  | null;

const priceText = ({ name, unitPrice, unitName }: ContractPrice): string =>
  `“${name}”的单价 ${formatDecimal(unitPrice)} 元${unitName === "" ? "" : `/${unitName}`}`;

/** 约定单价与计量 of what is paid as needed; a framework has prices alone, for what is called off from it. */
export function MeasuredSection({ detail }: Readonly<{ detail: ContractDetail }>) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { done } = useNotify();
  const close = () => setDialog(null);
  const { contract, parent } = detail;
  const isAsNeeded = contract.kind === "asNeeded";
  const lender = parent?.kind === "framework" ? parent.id : null;
  const framework = useApi(
    "contracts.get",
    { id: lender ?? asId("none") },
    { enabled: isAsNeeded && lender !== null },
  );
  const remove = useApiMutation("contracts.removePrice", {
    onSuccess: () => {
      done("约定单价已删除，可按 Ctrl+Z 撤销");
      close();
    },
  });
  if (!isAsNeeded && contract.kind !== "framework") return null;
  const prices = [...detail.prices, ...(framework.data?.prices ?? [])];
  const measured = new Set(detail.measured.map((row) => row.instalmentId));
  return (
    <>
      <Section
        title="约定单价"
        note={lender === null ? undefined : `另可使用框架合同 ${parent?.contractNo} 的单价`}
        actions={
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => setDialog({ kind: "price", price: null })}
          >
            登记单价
          </Button>
        }
      >
        <DataTable
          title="约定单价"
          bare
          followNew
          fit
          columns={priceColumns((price) => setDialog({ kind: "remove", price }))}
          rows={detail.prices}
          rowKey={(row) => row.id}
          onOpen={(price) => setDialog({ kind: "price", price })}
          empty={<p className="jf-soft">还没有约定单价。登记后，计量时只需填写数量。</p>}
        />
      </Section>
      {isAsNeeded ? (
        <Section
          title="据实计量"
          actions={
            <Button
              size="small"
              icon={<PlusOutlined />}
              onClick={() => setDialog({ kind: "measure", instalment: null })}
            >
              登记计量
            </Button>
          }
        >
          <DataTable
            title="据实计量"
            bare
            followNew
            fit
            columns={measureColumns(detail, (instalment) => setDialog({ kind: "void", instalment }))}
            rows={detail.instalments.filter((row) => measured.has(row.id))}
            rowKey={(row) => row.id}
            onOpen={(instalment) => setDialog({ kind: "measure", instalment })}
            empty={<p className="jf-soft">还没有计量。每登记一次计量，就多一期应付。</p>}
          />
        </Section>
      ) : null}
      {dialog?.kind === "price" ? (
        <PriceForm contractId={contract.id} price={dialog.price} onClose={close} />
      ) : null}
      {dialog?.kind === "remove" ? (
        <ConfirmDialog
          title="删除约定单价"
          text={`删除后，${priceText(dialog.price)}不再用于新的计量。已用于计量的单价不能删除；价格变更的，请登记一条新单价并写明起始日期。`}
          action="删除"
          pending={remove.isPending}
          onConfirm={() => remove.mutate({ id: dialog.price.id })}
          onCancel={close}
        />
      ) : null}
      {framework.error === null ? null : (
        <ErrorBox error={framework.error} onRetry={() => void framework.refetch()} />
      )}
      {dialog?.kind === "measure" && (lender === null || framework.isSuccess) ? (
        <MeasureForm detail={detail} prices={prices} instalment={dialog.instalment} onClose={close} />
      ) : null}
      {dialog?.kind === "void" ? (
        <VoidDialog
          route="contracts.voidMeasurement"
          id={dialog.instalment.id}
          name={dialog.instalment.label}
          text="这一期应付随之取消，记录仍然保留。已开票、已付款或已验收的不能作废。"
          onClose={close}
        />
      ) : null}
    </>
  );
}
