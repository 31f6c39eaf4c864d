import type { Duties } from "#shared/api/payments.ts";
import { UserError } from "#shared/kernel/errors.ts";
import type { Payment } from "#shared/model/payment.ts";
import { dutyConflict, type FlowAction } from "#shared/payments/flow.ts";
import type { Context } from "../context.ts";
import { readFlagSetting, settingKeys, writeFlagSetting } from "../office/settings.ts";
import type { ReadableLedger } from "../store/types.ts";

export const getDuties = async ({ ledger, officer }: Context): Promise<Duties> => ({
  separate: await readFlagSetting(ledger, settingKeys.separateDuties),
  officer,
});

export async function saveDuties(context: Context, { separate }: Pick<Duties, "separate">): Promise<void> {
  await context.write(separate ? "开启不相容岗位分离" : "关闭不相容岗位分离", (tx) =>
    writeFlagSetting(tx, settingKeys.separateDuties, separate),
  );
}

/** Where the office keeps duties apart, refuses who handled or reviewed a payment already; elsewhere PAY-17 warns. */
export async function assertDuties(
  ledger: ReadableLedger,
  payment: Payment,
  { action, by }: Readonly<{ action: FlowAction; by: string }>,
): Promise<void> {
  if (action === "withdraw" && payment.handledBy !== "" && payment.handledBy.trim() !== by.trim()) {
    throw new UserError({
      code: "refused",
      message: `付款${payment.paymentNo}由${payment.handledBy}提交，只能由本人撤回。`,
      hint: "其他人请用“退回”，并写明意见。",
    });
  }
  const conflict = dutyConflict(payment, action, by);
  if (conflict === undefined || !(await readFlagSetting(ledger, settingKeys.separateDuties))) return;
  throw new UserError({
    code: "refused",
    message: `付款${payment.paymentNo}：${conflict}`,
    hint: "本单位已开启“不相容岗位分离”，请换人办理；可以在“设置”里关闭，关闭后只提醒。",
  });
}
