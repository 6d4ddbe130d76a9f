import { canonical } from '../../domain/audit.ts';

const isObject = (v: unknown): v is Readonly<Record<string, unknown>> =>
  v !== null && typeof v === 'object' && !Array.isArray(v);

const listed = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : [v]);

/** Lists in which AWS keeps no order, and of which one entry may stand without its brackets. */
const loose = (v: unknown): unknown => listed(v).map(String).toSorted();

function condition(v: unknown): unknown {
  if (!isObject(v)) return v;
  return Object.fromEntries(
    Object.entries(v).map(([operator, keys]) => [
      operator,
      isObject(keys)
        ? Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, loose(values)]))
        : keys,
    ]),
  );
}

const principal = (v: unknown): unknown =>
  isObject(v) ? Object.fromEntries(Object.entries(v).map(([type, ids]) => [type, loose(ids)])) : v;

function statement(v: unknown): unknown {
  if (!isObject(v)) return v;
  return Object.fromEntries(
    Object.entries(v).map(([field, value]) => {
      if (field === 'Condition') return [field, condition(value)];
      if (field === 'Principal' || field === 'NotPrincipal') return [field, principal(value)];
      return [field, /^(Not)?(Action|Resource)$/.test(field) ? loose(value) : value];
    }),
  );
}

function meaning(text: string): string | null {
  try {
    const policy: unknown = JSON.parse(text);
    if (!isObject(policy)) return null;
    return canonical({ ...policy, Statement: listed(policy['Statement']).map(statement) });
  } catch {
    return null;
  }
}

/**
 * Whether two policies say the same: AWS may give one back with other spaces, with lists in another order, or with a list of
 * one entry as the entry.
 */
export function samePolicy(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const meant = meaning(a);
  return meant !== null && meant === meaning(b);
}
