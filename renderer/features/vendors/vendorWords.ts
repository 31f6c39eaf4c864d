import type { VendorView } from "#shared/api/vendors.ts";
import { checkCreditCode } from "#shared/kernel/creditCode.ts";
import type { IsoDate } from "#shared/kernel/dates.ts";
import type { Vendor, VendorAccount, VendorName } from "#shared/model/contract.ts";

export const sizeWords = { unknown: "未核实", small: "中小企业", large: "大型企业" } as const;
export type SizeWord = keyof typeof sizeWords;

export const sizeOf = ({ isSmallOrMedium }: Pick<Vendor, "isSmallOrMedium">): SizeWord =>
  isSmallOrMedium === null ? "unknown" : isSmallOrMedium === 1 ? "small" : "large";

export const flagOf = (size: SizeWord): Vendor["isSmallOrMedium"] =>
  size === "unknown" ? null : size === "small" ? 1 : 0;

/** What is wrong with a credit code, as soon as it is typed; the number of a person's id has no such check. */
export function codeProblem(typed: string): string | undefined {
  const code = typed.replace(/\s/g, "").toUpperCase();
  if (code === "") return undefined;
  if (!/^[0-9A-Z]+$/.test(code)) return "代码只含数字和大写字母，请核对。";
  const check = checkCreditCode(code);
  switch (check.kind) {
    case "wrong":
      return `校验位不正确（末位应为 ${check.expected}），请逐位核对。个人身份证号可以不理会。`;
    case "unverifiable":
      return code.length === 18 || code.length === 15 || code.length === 20
        ? undefined
        : `统一社会信用代码有 18 位，现为 ${code.length} 位。`;
    case "valid":
      return undefined;
  }
}

export const isInUse = ({ validFrom, validTo }: VendorAccount, today: IsoDate): boolean =>
  (validFrom ?? "") <= today && (validTo ?? "9999") >= today;

/** "2022-01-01 起", "至 2021-12-31", both, or 一直. */
export function spanText({ validFrom, validTo }: Pick<VendorName, "validFrom" | "validTo">): string {
  const parts = [validFrom === null ? "" : `${validFrom} 起`, validTo === null ? "" : `至 ${validTo}`];
  return parts.filter((part) => part !== "").join("，") || "一直";
}

/** The accounts in use, as a list shows them. */
export const accountText = ({ accounts }: Pick<VendorView, "accounts">, today: IsoDate): string =>
  accounts
    .filter((account) => isInUse(account, today))
    .map(({ accountNo }) => accountNo)
    .join("、");
