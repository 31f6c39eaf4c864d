import type { Contract } from "#shared/model/contract.ts";
import type { Invoice } from "#shared/model/invoice.ts";
import type { Payment } from "#shared/model/payment.ts";
import type { InstalmentStatus } from "#shared/schedule/status.ts";
import type { StatusTone } from "./StatusTag.tsx";

export const instalmentTones: Readonly<Record<InstalmentStatus, StatusTone>> = {
  notDue: "plain",
  dueSoon: "open",
  due: "open",
  overdue: "block",
  partlyPaid: "open",
  paid: "done",
  blocked: "warn",
};

export const paymentTones: Readonly<Record<Payment["state"], StatusTone>> = {
  draft: "plain",
  pending: "open",
  approved: "open",
  paid: "done",
};

export const invoiceTones: Readonly<Record<Invoice["status"], StatusTone>> = {
  normal: "plain",
  void: "block",
  redFull: "block",
  redPartial: "warn",
};

export const contractTones: Readonly<Record<Contract["state"], StatusTone>> = {
  draft: "plain",
  active: "open",
  suspended: "warn",
  ended: "done",
};
