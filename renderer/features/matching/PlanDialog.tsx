import { Alert, Checkbox, Modal } from "antd";
import { type KeyboardEvent, useState } from "react";
import type { ApiInput } from "#shared/api/contract.ts";
import type { MatchesAccepted, MatchPlanView, PlannedPaymentView } from "#shared/api/matching.ts";
import { formatYuan } from "#shared/kernel/cents.ts";
import { formatDateText } from "#shared/kernel/dates.ts";
import { asId } from "#shared/kernel/id.ts";
import { request } from "../../app/client.ts";
import { useApi } from "../../app/useApi.ts";
import { useLongWork } from "../../app/useLongWork.ts";
import { Loaded } from "../../components/Page.tsx";
import { ProgressPanel } from "../../components/ProgressPanel.tsx";
import type { TableColumn } from "../../components/table/column.ts";
import { DataTable } from "../../components/table/DataTable.tsx";

export type Wanted = ApiInput<"matching.preview">;

type Props = Readonly<{
  wanted: Wanted;
  onAccepted: (accepted: MatchesAccepted) => void;
  onClose: () => void;
}>;

/** Shows exactly what accepting makes; only its button, or Ctrl+Enter, makes it. */
export function PlanDialog({ wanted, onAccepted, onClose }: Props) {
  const plan = useApi("matching.preview", wanted);
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  const work = useLongWork();
  const busy = work.running !== null;
  const isLoading = plan.isPending;
  const count = plan.data?.payments.length ?? 0;
  const accept = async (shown: MatchPlanView) => {
    const learned = shown.newNames.filter((one) => names.has(keyOf(one)));
    const input = {
      ...wanted,
      planHash: shown.planHash,
      names: learned.map(({ vendorId, name }) => ({ vendorId: asId(vendorId), name })),
    };
    const done = await work.run("生成付款", (options) => request("matching.accept", input, options), true);
    if (done !== undefined) onAccepted(done);
  };
  const [asking, setAsking] = useState(false);
  const close = () => {
    if (busy) work.cancel();
    else if (names.size > 0) setAsking(true);
    else onClose();
  };
  const confirm = () => {
    if (plan.data !== undefined && count > 0 && !busy) void accept(plan.data);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    confirm();
  };
  return (
    <Modal
      open
      title="将要生成的付款"
      width={920}
      okText={isLoading ? "正在准备" : `生成这 ${count} 笔（Ctrl+Enter）`}
      cancelText="取消"
      // A button that cannot be pressed at first would not get the focus, and Enter would then close.
      okButtonProps={{ disabled: !isLoading && count === 0, autoFocus: true }}
      confirmLoading={busy || isLoading}
      onOk={confirm}
      keyboard={!asking}
      mask={{ closable: false }}
      onCancel={close}
      modalRender={(node) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the key holds for all of the dialog
        <div onKeyDown={onKeyDown}>{node}</div>
      )}
    >
      <ProgressPanel work={work} />
      <Loaded query={plan}>{(shown) => <PlanBody plan={shown} names={names} onNames={setNames} />}</Loaded>
      <Modal
        open={asking}
        title="还没有生成付款"
        width={420}
        okText="放弃"
        cancelText="继续核对"
        okButtonProps={{ danger: true }}
        cancelButtonProps={{ autoFocus: true }}
        onOk={onClose}
        onCancel={() => setAsking(false)}
      >
        离开后，勾选要记住的名称会丢失；发票的勾选仍在。
      </Modal>
    </Modal>
  );
}

const keyOf = ({ vendorId, name }: MatchPlanView["newNames"][number]): string => `${vendorId}|${name}`;

function PlanBody({
  plan,
  names,
  onNames,
}: Readonly<{
  plan: MatchPlanView;
  names: ReadonlySet<string>;
  onNames: (names: ReadonlySet<string>) => void;
}>) {
  const { newCount, linkedCount, totalCents, payments, refused, newNames } = plan;
  return (
    <div className="jf-plan">
      <p>
        新建付款草稿 <b className="jf-num">{newCount}</b> 笔
        {linkedCount === 0 ? "" : `，给已有的付款补入发票 ${linkedCount} 笔`}，合计{" "}
        <b className="jf-num">{formatYuan(totalCents)}</b> 元。草稿仍要核对、送审；一次撤销可以全部收回。
      </p>
      <div className="jf-plan-table">
        <DataTable<PlannedPaymentView>
          title="将要生成的付款"
          columns={columns}
          rows={payments}
          rowKey={(row) => row.invoiceId}
          empty={<p className="jf-soft">没有可以生成的付款。</p>}
          bare
        />
      </div>
      {refused.length === 0 ? null : (
        <Alert
          type="warning"
          title={`${refused.length} 张不能接受`}
          description={
            <ul>
              {refused.slice(0, 20).map(({ invoiceId, number, why }) => (
                <li key={invoiceId}>
                  <span className="jf-num">{number}</span>：{why}。
                </li>
              ))}
              {refused.length > 20 ? <li>等 {refused.length} 张</li> : null}
            </ul>
          }
        />
      )}
      {newNames.map((one) => (
        <Checkbox
          key={keyOf(one)}
          checked={names.has(keyOf(one))}
          onChange={({ target }) => {
            const next = new Set(names);
            if (target.checked) next.add(keyOf(one));
            else next.delete(keyOf(one));
            onNames(next);
          }}
        >
          记住这个名称：“{one.name}”是{one.vendorName}（税号相同），自{formatDateText(one.since)}起
        </Checkbox>
      ))}
    </div>
  );
}

const columns: readonly TableColumn<PlannedPaymentView>[] = [
  { key: "invoice", title: "发票号码", kind: "text", width: 168, value: (row) => row.invoiceNumber },
  { key: "payment", title: "付款", kind: "text", width: 112, value: (row) => row.paymentNo ?? "新建草稿" },
  { key: "contract", title: "合同", kind: "text", width: 116, value: (row) => row.contractNo },
  {
    key: "parts",
    title: "期次",
    kind: "text",
    width: 120,
    grow: 1,
    value: (row) =>
      row.parts.map(({ label, amountCents }) => `${label} ${formatYuan(amountCents)}`).join("、"),
  },
  { key: "payee", title: "收款方", kind: "text", width: 120, grow: 1, value: (row) => row.payeeName },
  { key: "amount", title: "金额", kind: "amount", width: 108, sum: true, value: (row) => row.amountCents },
];
