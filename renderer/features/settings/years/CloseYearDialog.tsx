import { Input, Modal } from "antd";
import { useState } from "react";
import type { CloseReport, YearView } from "#shared/api/years.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { Field } from "../../../components/fields/Field.tsx";
import { Loaded } from "../../../components/Page.tsx";
import { CloseItemView } from "./CloseItemView.tsx";
import { acceptedOf, isReason, type Reasons, withoutReason } from "./yearWords.ts";

type Props = Readonly<{ year: YearView; onClose: () => void }>;

/** 关账: shows what is still open, and takes a reason for what stands in the way. */
export function CloseYearDialog({ year, onClose }: Props) {
  const report = useApi("years.checkClose", { year: year.year });
  const [reason, setReason] = useState("年终关账");
  const [reasons, setReasons] = useState<Reasons>({});
  const notify = useNotify();
  const close = useApiMutation("years.close", {
    onSuccess: () => {
      notify.done(`${year.year} 年度已关账`);
      onClose();
    },
  });
  const items = report.data?.items;
  const isReady = items !== undefined && isReason(reason) && withoutReason(items, reasons).length === 0;
  const submit = () => {
    if (items === undefined || !isReady) return;
    close.mutate({ year: year.year, reason: reason.trim(), accepted: acceptedOf(items, reasons) });
  };
  return (
    <Modal
      open
      title={`${year.year} 年度关账`}
      okText="关账"
      width={680}
      confirmLoading={close.isPending}
      okButtonProps={{ disabled: !isReady }}
      onOk={submit}
      onCancel={onClose}
    >
      <Loaded query={report}>
        {(data) => (
          <>
            <Found report={data} reasons={reasons} onReasons={setReasons} />
            <Field label="关账说明" needed note="会显示在窗口上方，并记入变更记录。">
              {(id) => <Input id={id} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
          </>
        )}
      </Loaded>
    </Modal>
  );
}

type FoundProps = Readonly<{
  report: CloseReport;
  reasons: Reasons;
  onReasons: (reasons: Reasons) => void;
}>;

const Found = ({ report: { items, asOf }, reasons, onReasons }: FoundProps) => (
  <div className="jf-close-items">
    {items.length === 0 ? (
      <p>截至 {asOf}，没有在办付款、阻断问题、到期未付和未安排付款的发票，可以关账。</p>
    ) : (
      items.map((item) => (
        <CloseItemView
          key={item.check}
          item={item}
          reason={reasons[item.check] ?? ""}
          onReason={(text) => onReasons({ ...reasons, [item.check]: text })}
        />
      ))
    )}
  </div>
);
