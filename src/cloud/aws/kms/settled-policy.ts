type Written = { readonly [name: string]: unknown };

const isWritten = (value: unknown): value is Written =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * KMS tells lists of principals in another order from call to call, and a plan's hash must not change with it: such a policy
 * is told with its principals in one order. Any other is told to the letter.
 */
export function settledPolicy(text: string): string {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return text; // whoever reads it says so
  }
  if (!isWritten(policy)) return text;
  const settled = { ...policy, Statement: each(policy['Statement'], statement) };
  return JSON.stringify(settled) === JSON.stringify(policy) ? text : JSON.stringify(settled);
}

const each = (value: unknown, one: (value: unknown) => unknown): unknown =>
  Array.isArray(value) ? value.map(one) : one(value);

const statement = (value: unknown): unknown =>
  isWritten(value)
    ? mapped(value, (name, told) =>
        /^(Not)?Principal$/.test(name) && isWritten(told) ? mapped(told, sorted) : told,
      )
    : value;

const sorted = (_type: string, ids: unknown): unknown =>
  Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids.toSorted() : ids;

const mapped = (value: Written, one: (name: string, value: unknown) => unknown): Written =>
  Object.fromEntries(Object.entries(value).map(([name, told]) => [name, one(name, told)]));
