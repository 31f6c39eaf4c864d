import type { ContractView, InstalmentView } from "#shared/api/contracts.ts";
import { useScope } from "../../app/scope.ts";
import { useApi } from "../../app/useApi.ts";
import type { UrlState } from "../../components/useUrlState.ts";

/** Which contract the address asks for: itself, or by one of its instalments or acceptances. */
export type WantedContract = Readonly<{
  contractId: string | null;
  /** The instalment to show first. */
  instalmentId: string | null;
}>;

export function wantedContract(
  address: Readonly<{ contract: string | null; instalment: string | null; acceptance: string | null }>,
  instalments: readonly InstalmentView[],
): WantedContract {
  const found = instalments.find(
    (row) =>
      row.id === address.instalment ||
      (address.acceptance !== null && row.acceptance?.id === address.acceptance),
  );
  return {
    contractId: address.contract ?? found?.contractId ?? null,
    instalmentId: address.instalment ?? found?.id ?? null,
  };
}

export function useOpenContract({ get }: Pick<UrlState, "get">): WantedContract {
  const { scope } = useScope();
  const address = {
    contract: get("contract"),
    instalment: get("instalment"),
    acceptance: get("acceptance"),
  };
  const byInstalment = address.contract === null && (address.instalment ?? address.acceptance) !== null;
  const schedule = useApi("schedule.list", scope, { enabled: byInstalment });
  return wantedContract(address, schedule.data ?? []);
}

/** All of them, or those of the vendor that a link asks for. */
export const ofVendor = (
  contracts: readonly ContractView[],
  vendorId: string | null,
): readonly ContractView[] =>
  vendorId === null ? contracts : contracts.filter((contract) => contract.vendorId === vendorId);
