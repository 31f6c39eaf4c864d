import type { NeedDetail } from "#shared/api/needs.ts";
import { useNotify } from "../../app/notify.ts";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { PasteDialog } from "../../components/PasteDialog.tsx";
import { issueColumnsOf, toIssues } from "./issuePaste.ts";

/** What was handed out before, pasted from the office's own list: without it nobody's years can be counted. */
export function HistoryDialog({ detail, onClose }: Readonly<{ detail: NeedDetail; onClose: () => void }>) {
  const { need } = detail;
  const { done, failed } = useNotify();
  const staff = useApi("staff.list", {});
  const byPerson = need.perPerson !== null;
  const issue = useApiMutation("needs.issue", {
    onSuccess: (_, { items }) => {
      done(`已登记 ${items.length} 条发放记录`);
      onClose();
    },
  });
  return (
    <PasteDialog
      title={`${need.name}：粘贴发放记录`}
      columns={issueColumnsOf(byPerson)}
      counter="条"
      pending={issue.isPending || staff.isPending}
      onConfirm={(lines) => {
        const { items, unknown } = toIssues(lines, staff.data ?? [], byPerson);
        // All or none: a list with a hole in it would make somebody due who is not.
        if (unknown.length > 0)
          failed({
            message: "有人不在名册中，没有登记",
            hint: `${unknown.slice(0, 5).join("；")}。请先在人员名册中登记，或改用工号。`,
          });
        else issue.mutate({ needId: need.id, paymentId: null, items });
      }}
      onCancel={onClose}
    />
  );
}
