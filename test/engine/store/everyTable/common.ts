import { asId } from "#shared/kernel/id.ts";

export const live = { voidedAt: null, voidReason: null } as const;
export const dead = { voidedAt: "2022-07-01T00:00:00.000Z", voidReason: "登记错误" } as const;
export const instant = "2022-07-01T00:00:00.000Z";
/** Of the five bytes "%PDF-". */
export const pdfHash = "38523c087796e5d5dd1cf9bad1fb026781a838dd9dd2cf8af58b9f6502a46778";
export const projectId = asId("project-1");
export const contractId = asId("contract-1");
