import { useQuery } from '@tanstack/react-query';
import { ask } from './ask.ts';

interface Staff {
  users: { id: string; email: string; first_name: string | null; last_name: string | null }[];
}

/** The name of a member of staff by id; the id itself for keys of programs and people who left. */
export function useStaffNames(): (id: string) => string {
  const { data } = useQuery({
    queryKey: ['staff-names'],
    queryFn: async () => {
      const { users } = await ask<Staff>('/admin/users?limit=200&fields=id,email,first_name,last_name');
      return new Map(
        users.map(({ id, email, first_name, last_name }) => [
          id,
          [last_name, first_name].filter(Boolean).join(' ') || email,
        ]),
      );
    },
    staleTime: 60_000,
  });
  return (id) => data?.get(id) ?? id;
}
