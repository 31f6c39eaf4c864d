import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type AnyRoute, type Input, type Output, request } from "./client.ts";
import { withSharedRows } from "./sharedRows.ts";

type QueryOptions = Readonly<{
  /** Not asked while false. */
  enabled?: boolean;
}>;

/**
 * What is answered to this question, kept until something is changed. The page shows a failure itself, with `ErrorBox`.
 *
 *     const projects = useApi("projects.list", { fiscalYear });
 */
export function useApi<Name extends AnyRoute>(
  route: Name,
  input: Input<Name>,
  options: QueryOptions = {},
): UseQueryResult<Output<Name>, Error> {
  return useQuery<Output<Name>, Error>({
    queryKey: [route, input],
    queryFn: ({ signal }) => request(route, input, { signal }),
    enabled: options.enabled ?? true,
    structuralSharing: withSharedRows,
  });
}

type MutationOptions<Name extends AnyRoute> = Readonly<{
  onSuccess?: (answer: Output<Name>, input: Input<Name>) => void;
  /** The caller shows a failure itself, so no notice is needed. */
  quiet?: boolean;
  /** False for a question that writes nothing, such as a preview. */
  changes?: boolean;
}>;

/**
 * Carries out a change and then asks anew for everything on the screen: every figure hangs together with the others.
 * A failure is shown as a notice unless `quiet`.
 */
export function useApiMutation<Name extends AnyRoute>(
  route: Name,
  options: MutationOptions<Name> = {},
): UseMutationResult<Output<Name>, Error, Input<Name>> {
  const queries = useQueryClient();
  return useMutation<Output<Name>, Error, Input<Name>>({
    mutationKey: [route],
    mutationFn: (input) => request(route, input),
    meta: { quiet: options.quiet ?? false },
    onSuccess: async (answer, input) => {
      options.onSuccess?.(answer, input);
      if (options.changes ?? true) await queries.invalidateQueries();
    },
  });
}
