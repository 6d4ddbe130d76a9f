import { type AnyCheck, controlOf } from '../domain/check.ts';
import type { Account } from '../domain/provider.ts';
import type { ScanFilter } from '../domain/scan.ts';

export const serviceOf = (check: Pick<AnyCheck, 'id'>): string => check.id.split('/')[1] ?? '';
const kindService = (check: Pick<AnyCheck, 'kind'>): string => check.kind.split('.')[1] ?? '';

/** Everything about one check is named by its id, its control's id, or a folder: `aws/s3/`. */
const names = (check: AnyCheck, typed: string): boolean =>
  check.id === typed ||
  check.id.split('/').at(-1) === typed ||
  controlOf(check) === typed ||
  (typed.endsWith('/') && check.id.startsWith(typed));

export type Chosen<T> = { readonly chosen: readonly T[] } | { readonly refused: string };

/** The checks that a filter asks for; refuses a name that names nothing, and says which names there are. */
export function chooseChecks(checks: readonly AnyCheck[], filter: ScanFilter): Chosen<AnyCheck> {
  const services = new Set(checks.flatMap((c) => [serviceOf(c), kindService(c)]));
  for (const service of filter.services) {
    if (!services.has(service)) {
      return {
        refused: `No check asks about a service "${service}". Services: ${[...services].sort().join(', ')}.`,
      };
    }
  }
  for (const typed of filter.checks) {
    if (!checks.some((c) => names(c, typed))) {
      return { refused: `There is no enabled check "${typed}". \`checks\` lists them.` };
    }
  }
  const chosen = checks.filter(
    (c) =>
      (filter.services.length === 0 ||
        filter.services.includes(serviceOf(c)) ||
        filter.services.includes(kindService(c))) &&
      (filter.checks.length === 0 || filter.checks.some((typed) => names(c, typed))),
  );
  if (chosen.length === 0)
    return { refused: 'No check matches both the services and the checks that were named.' };
  return { chosen };
}

/** An organization may have hundreds of accounts: more than these are no help. */
const mostNamed = 20;

/** The accounts that a filter asks for, by name or by id. */
export function chooseAccounts(accounts: readonly Account[], filter: ScanFilter): Chosen<Account> {
  if (filter.accounts.length === 0) return { chosen: accounts };
  const chosen: Account[] = [];
  for (const typed of filter.accounts) {
    const byName = accounts.filter((a) => a.name === typed || a.id === typed);
    // Credentials whose account is only known once they are used: then they must prove to be of that account.
    const unnamed = accounts.filter((a) => a.id === undefined);
    const byTrial =
      /^\d{12}$/.test(typed) && unnamed.length === 1 ? unnamed.map((a) => ({ ...a, id: typed })) : [];
    const found = byName.length > 0 ? byName : byTrial;
    if (found.length === 0) {
      if (accounts.length === 0) return { refused: `There is no account "${typed}": none is known yet.` };
      const named = accounts.slice(0, mostNamed).map((a) => (a.id ? `${a.name} (${a.id})` : a.name));
      const more = accounts.length > mostNamed ? `, and ${accounts.length - mostNamed} more` : '';
      return { refused: `There is no account "${typed}". Accounts: ${named.join(', ')}${more}.` };
    }
    for (const account of found)
      if (!chosen.some(({ name, id }) => name === account.name && id === account.id)) chosen.push(account);
  }
  return { chosen };
}

const regionName = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** The regions that a filter names; refuses what is none: every resource would be left out, and nothing found. */
export function chooseRegions({ regions }: ScanFilter): Chosen<string> {
  const wrong = regions.find((typed) => !regionName.test(typed));
  if (wrong !== undefined) return { refused: `"${wrong}" is not an AWS region such as us-east-1.` };
  return { chosen: regions };
}
