import { Input } from "antd";
import { useState } from "react";
import type { CloseItem, CloseReport, YearView } from "#shared/api/years.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApi, useApiMutation } from "../../../app/useApi.ts";
import { FormDialog } from "../../../components/FormDialog.tsx";
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
  const [tried, setTried] = useState(false);
  const submit = () => {
    if (items === undefined) return;
    setTried(true);
    if (!isReason(reason) || withoutReason(items, reasons).length > 0) return;
    close.mutate(
      { year: year.year, reason: reason.trim(), accepted: acceptedOf(items, reasons) },
      // What was entered meanwhile is to be seen before it is closed over.
      { onError: () => void report.refetch() },
    );
  };
  return (
    <FormDialog
      title={`${year.year} 年度关账`}
      okText="关账"
      width={680}
      pending={close.isPending}
      ready={items !== undefined}
      changed={Object.values(reasons).some((text) => text.trim() !== "")}
      problem={tried && items !== undefined ? whatLacks(withoutReason(items, reasons)) : ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <Loaded query={report}>
        {(data) => (
          <>
            <Found report={data} tried={tried} reasons={reasons} onReasons={setReasons} />
            <Field
              label="关账说明"
              needed
              note="会显示在窗口上方，并记入变更记录。"
              problem={tried && !isReason(reason) ? "请写明关账说明，至少两个字。" : undefined}
            >
              {(id) => (
                <Input
                  id={id}
                  autoFocus={!data.items.some((item) => item.blocking)}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}

const whatLacks = (items: readonly CloseItem[]): string =>
  items.length === 0 ? "" : `请写明仍要关账的理由：${items.map(({ title }) => title).join("、")}。`;

type FoundProps = Readonly<{
  report: CloseReport;
  tried: boolean;
  reasons: Reasons;
  onReasons: (reasons: Reasons) => void;
}>;

const Found = ({ report: { items, asOf }, tried, reasons, onReasons }: FoundProps) => (
  <div className="jf-close-items">
    {items.length === 0 ? (
      <p>截至 {asOf}，没有在办付款、阻断问题、到期未付和未安排付款的发票，可以关账。</p>
    ) : (
      items.map((item) => (
        <CloseItemView
          key={item.check}
          item={item}
          isFirst={item === items.find(({ blocking }) => blocking)}
          isWrong={tried && item.blocking && !isReason(reasons[item.check] ?? "")}
          reason={reasons[item.check] ?? ""}
          onReason={(text) => onReasons({ ...reasons, [item.check]: text })}
        />
      ))
    )}
  </div>
);
