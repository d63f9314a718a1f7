import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { toast } from '@medusajs/ui';
import { useMessages } from '../i18n/messages.ts';
import { ask, TRACEABILITY, type Refusal } from './ask.ts';

const KEY = 'traceability';

/** What traceability answers at this address; the last page stays in sight while the next is fetched. */
export function useAdminQuery<T>(address: string): UseQueryResult<T, Refusal> {
  return useServerQuery(TRACEABILITY + address);
}

/** The same for any address of the server. */
export function useServerQuery<T>(address: string): UseQueryResult<T, Refusal> {
  return useQuery<T, Refusal>({
    queryKey: [KEY, address],
    queryFn: () => ask<T>(address),
    placeholderData: keepPreviousData,
    // A refusal is an answer: asking again gives the same. A server that is away is asked once more.
    retry: (failures, refusal) => refusal.reason === 'no-answer' && failures < 1,
  });
}

/**
 * A change on the server. When it is done everything shown is asked for again, for one step shows in
 * many places; a refusal is said in a notice, unless the form says it itself (`quiet`).
 */
export function useChange<Request, Answer = unknown>(
  change: (request: Request) => Promise<Answer>,
  options: {
    done?: (answer: Answer) => void;
    said?: string | ((answer: Answer) => string);
    quiet?: boolean;
  } = {},
): UseMutationResult<Answer, Refusal, Request> {
  const messages = useMessages();
  const client = useQueryClient();
  return useMutation<Answer, Refusal, Request>({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [KEY] });
      const { said } = options;
      if (said) toast.success(typeof said === 'string' ? said : said(answer));
      options.done?.(answer);
    },
    onError: (refusal) => {
      if (!options.quiet) toast.error(messages.page.refused, { description: messages.refusal(refusal) });
    },
  });
}
