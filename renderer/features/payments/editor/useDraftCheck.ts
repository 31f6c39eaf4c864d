import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PaymentDraftInput } from "#shared/api/payments.ts";
import { request } from "../../../app/client.ts";
import type { DraftCheck } from "./paymentForm.ts";
import { useSettled } from "./useSettled.ts";

const pause = 350;

export type LiveCheck = DraftCheck &
  Readonly<{
    state: "fresh" | "checking" | "failed" | "incomplete";
    error: Error | null;
  }>;

/**
 * The check of the payment as it is being written, once the officer pauses. What was found last stays until the next
 * answer is there, so that nothing jumps.
 */
export function useDraftCheck(input: PaymentDraftInput | undefined, first: DraftCheck): LiveCheck {
  const settled = useSettled(input, pause);
  const query = useQuery({
    queryKey: ["payments.checkDraft", settled],
    queryFn: ({ signal }) =>
      settled === undefined ? first : request("payments.checkDraft", settled, { signal }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    // Every letter makes another question: answers to old ones are of no use.
    gcTime: 0,
  });
  const { suggestions, findings } = query.data ?? first;
  const isWaiting = settled !== input || query.isFetching;
  const state =
    input === undefined ? "incomplete" : isWaiting ? "checking" : query.isError ? "failed" : "fresh";
  return { suggestions, findings, state, error: query.error };
}
