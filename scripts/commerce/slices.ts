/** Cuts a list into runs of at most `size`, for requests that carry many things at once. */
export function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, run) =>
    list.slice(run * size, (run + 1) * size),
  );
}
