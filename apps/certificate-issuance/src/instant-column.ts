/** A `timestamptz` column as RFC 3339 text. */
export const instant = {
  from: (value: Date | null) => value?.toISOString() ?? null,
  to: (value: string | null | undefined) => value,
};
