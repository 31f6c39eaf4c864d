import { MutationCache, QueryClient } from "@tanstack/react-query";

/**
 * The engine is on this PC: it answers at once, without a network, and only this window changes the ledger. So nothing is
 * asked again before something changed, and a refusal is an answer, not a reason to try again.
 */
export function createQueryClient(report: (error: unknown) => void): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        if (mutation.meta?.quiet !== true) report(error);
      },
    }),
  });
}
