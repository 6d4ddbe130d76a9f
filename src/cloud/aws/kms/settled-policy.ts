type Written = { readonly [name: string]: unknown };

const isWritten = (value: unknown): value is Written =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * KMS tells lists of principals in another order from call to call, and a plan's hash must not change with it: a policy
 * with such a list is told with its principals in one order. Any other is told to the letter.
 */
export function settledPolicy(text: string): string {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return text; // whoever reads it says so
  }
  let lists = 0;
  const ids = (value: unknown): unknown => {
    if (!Array.isArray(value) || value.length < 2 || value.some((id) => typeof id !== 'string')) return value;
    lists++;
    return value.toSorted();
  };
  const statement = (value: unknown): unknown =>
    mapped(value, (name, told) =>
      /^(Not)?Principal$/.test(name) ? mapped(told, (_type, of) => ids(of)) : told,
    );
  const settled = mapped(policy, (name, told) =>
    name === 'Statement' ? (Array.isArray(told) ? told.map(statement) : statement(told)) : told,
  );
  return lists === 0 ? text : JSON.stringify(settled);
}

const mapped = (value: unknown, one: (name: string, value: unknown) => unknown): unknown =>
  isWritten(value)
    ? Object.fromEntries(Object.entries(value).map(([name, told]) => [name, one(name, told)]))
    : value;
