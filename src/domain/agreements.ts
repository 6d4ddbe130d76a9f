/**
 * How a register of agreements stands to an account: that it holds today, that it held until a day, or that there is none.
 * An entry is the account's id, or `123456789012 until 2027-01-31`, which holds through that day.
 */
export function agreementWith(
  register: readonly string[],
  account: string,
  now: Date,
): 'holds' | 'none' | { readonly until: string } {
  const lastDays = register.flatMap((entry) => {
    const [id, word, day] = entry.trim().split(/\s+/);
    if (id !== account) return [];
    return [word === 'until' && day !== undefined ? day : null];
  });
  const today = now.toISOString().slice(0, 10);
  if (lastDays.some((day) => day === null || day.slice(0, 10) >= today)) return 'holds';
  const until = lastDays
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return until === undefined ? 'none' : { until };
}
