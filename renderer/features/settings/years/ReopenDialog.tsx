import type { YearView } from "#shared/api/years.ts";
import { useNotify } from "../../../app/notify.ts";
import { useApiMutation } from "../../../app/useApi.ts";
import { ReasonDialog } from "../../../components/ReasonDialog.tsx";

type Props = Readonly<{ year: YearView; onClose: () => void }>;

export function ReopenDialog({ year: { year }, onClose }: Props) {
  const notify = useNotify();
  const reopen = useApiMutation("years.reopen", {
    onSuccess: () => {
      notify.done(`${year} 年度已重新打开`);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`重新打开 ${year} 年度`}
      text="打开后本年度的预算、合同、付款又可以改动。更正完请再关账。"
      action="重新打开"
      pending={reopen.isPending}
      onConfirm={(reason) => reopen.mutate({ year, reason })}
      onCancel={onClose}
    />
  );
}
