import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { VendorContract, VendorDetail } from "#shared/api/vendors.ts";
import { asId } from "#shared/kernel/id.ts";
import { contractStateWords } from "#shared/words/words.ts";
import { useApi } from "../../app/useApi.ts";
import { Amount } from "../../components/Amount.tsx";
import { Facts } from "../../components/Facts.tsx";
import { Loaded, Section } from "../../components/Page.tsx";
import { PaperLink } from "../../components/PaperLink.tsx";
import { DetailPane } from "../../components/SplitView.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";
import { VoidDialog } from "../../components/VoidDialog.tsx";
import { AccountSection } from "./AccountSection.tsx";
import { NameSection } from "./NameSection.tsx";
import { VendorForm } from "./VendorForm.tsx";
import { codeProblem, sizeOf, sizeWords } from "./vendorWords.ts";

type Props = Readonly<{ vendorId: string; onClose: () => void }>;

/** A vendor with its accounts, names and contracts. */
export function VendorPane({ vendorId, onClose }: Props) {
  const query = useApi("vendors.get", { id: asId(vendorId) });
  return (
    <DetailPane
      title={query.data?.name ?? "供应商"}
      note={query.data === undefined ? undefined : sizeWords[sizeOf(query.data)]}
      actions={query.data === undefined ? undefined : <Actions vendor={query.data} onVoided={onClose} />}
      onClose={onClose}
    >
      <Loaded query={query}>
        {(vendor) => (
          <>
            <VendorFacts vendor={vendor} />
            <AccountSection vendor={vendor} />
            <NameSection vendor={vendor} />
            <Section title="合同">
              <DataTable
                title="合同"
                bare
                fit
                columns={contractColumns}
                rows={vendor.contracts}
                rowKey={(row) => row.id}
                empty={<p className="jf-soft">没有合同。</p>}
              />
            </Section>
          </>
        )}
      </Loaded>
    </DetailPane>
  );
}

function VendorFacts({ vendor }: Readonly<{ vendor: VendorDetail }>) {
  const problem = codeProblem(vendor.creditCode ?? "");
  return (
    <section className="jf-section">
      <Facts
        items={[
          {
            label: "信用代码",
            value: <span className="jf-num">{vendor.creditCode ?? "未登记"}</span>,
          },
          { label: "已付（元）", value: <Amount value={vendor.paidCents} strong /> },
          ...(vendor.note === "" ? [] : [{ label: "备注", value: vendor.note, wide: true }]),
        ]}
      />
      {problem === undefined ? null : <p className="jf-status-warn">{problem}</p>}
    </section>
  );
}

const contractColumns: readonly TableColumn<VendorContract>[] = [
  {
    key: "name",
    title: "合同",
    kind: "text",
    width: 170,
    grow: 1,
    value: (row) => `${row.contractNo} ${row.name}`,
    render: (row) => (
      <PaperLink kind="contract" id={row.id}>
        {row.contractNo} {row.name}
      </PaperLink>
    ),
  },
  { key: "end", title: "到期", kind: "date", width: 92, value: (row) => row.endDate },
  { key: "state", title: "状态", kind: "text", width: 70, value: (row) => contractStateWords[row.state] },
  { key: "total", title: "金额", kind: "amount", width: 104, sum: true, value: (row) => row.totalCents },
  { key: "paid", title: "已付", kind: "amount", width: 104, sum: true, value: (row) => row.paidCents },
];

function Actions({ vendor, onVoided }: Readonly<{ vendor: VendorDetail; onVoided: () => void }>) {
  const [dialog, setDialog] = useState<"edit" | "void" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Button icon={<EditOutlined />} onClick={() => setDialog("edit")}>
        修改
      </Button>
      <Button onClick={() => setDialog("void")}>作废</Button>
      {dialog === "edit" ? <VendorForm vendor={plain(vendor)} onClose={close} /> : null}
      {dialog === "void" ? (
        <VoidDialog
          route="vendors.void"
          id={vendor.id}
          name={`供应商“${vendor.name}”`}
          text="它不再出现在选择中，记录仍然保留。还有合同、发票或付款用到它的，不能作废。"
          onVoided={onVoided}
          onClose={close}
        />
      ) : null}
    </>
  );
}

const plain = ({ id, name, creditCode, isSmallOrMedium, note, voidedAt, voidReason }: VendorDetail) => ({
  ...{ id, name, creditCode, isSmallOrMedium, note, voidedAt, voidReason },
});
