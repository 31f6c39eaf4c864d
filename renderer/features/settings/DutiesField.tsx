import { Checkbox } from "antd";
import { useApi, useApiMutation } from "../../app/useApi.ts";
import { Loaded } from "../../components/Page.tsx";

/** 不相容岗位分离: refuse, or only warn, when one person handles and approves a payment. */
export function DutiesField() {
  const duties = useApi("payments.duties", {});
  const save = useApiMutation("payments.saveDuties");
  return (
    <Loaded query={duties}>
      {({ separate, officer }) => (
        <>
          <Checkbox
            checked={separate}
            disabled={save.isPending}
            onChange={(event) => save.mutate({ separate: event.target.checked })}
          >
            不相容岗位分离：经办、审核、审批必须是不同的人，未经审核不能批准
          </Checkbox>
          <p className="jf-soft">
            现在坐在电脑前的是{officer}
            。关闭时同一人办理只会警告（PAY-17）；开启后，本人审核、审批本人经办的付款会被拒绝。
          </p>
        </>
      )}
    </Loaded>
  );
}
