import type { Config } from './config.ts';
import { dayOf } from './domain/days.ts';
import type { Account } from './domain/provider.ts';
import type { Rules } from './engine/context.ts';

const check = 'aws/external/account-without-baa';

/**
 * The thresholds of checks, with the register of agreements among them: it is a setting of the check that asks for it.
 * An agreement whose last day is past is none, and the organization's own accounts need none.
 */
export function withAgreements(
  { checks: { settings }, businessAssociates }: Pick<Config, 'checks' | 'businessAssociates'>,
  accounts: readonly Account[],
  now: Date,
): Rules['settings'] {
  const today = dayOf(now);
  const own = settings[check] ?? {};
  const listed = (name: string) => (own[name] ?? []) as readonly string[];
  const agreed = businessAssociates
    .filter(({ until }) => until === undefined || until >= today)
    .flatMap(({ accounts: theirs }) => theirs);
  const ids = accounts.flatMap(({ id }) => id ?? []);
  return {
    ...settings,
    [check]: {
      ...own,
      agreements: [...listed('agreements'), ...agreed],
      ownAccounts: [...listed('ownAccounts'), ...ids],
    },
  };
}
