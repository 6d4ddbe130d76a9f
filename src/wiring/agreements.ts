import type { Config } from '../config.ts';
import type { Provider } from '../domain/provider.ts';
import type { Rules } from '../engine/context.ts';

/** Both ask for the register. */
const checks = ['aws/external/account-without-baa', 'aws/external/bucket-account-without-baa'];

/** A role that trusts another account of the same owner lets no outsider in. */
const openTrust = 'aws/iam/role-open-trust';

/**
 * The thresholds of checks, with the register of agreements among them: it is a setting of the checks that ask for it. An
 * agreement holds through its last day, and the organization's own accounts need none, whether they are scanned or not.
 */
export function withAgreements(
  { checks: { settings }, businessAssociates }: Pick<Config, 'checks' | 'businessAssociates'>,
  { accounts, siblings }: Pick<Provider, 'accounts' | 'siblings'>,
): Rules['settings'] {
  const registered = businessAssociates.flatMap(({ accounts: theirs, until }) =>
    theirs.map((account) => (until === undefined ? account : `${account} until ${until}`)),
  );
  const ids = [...accounts().flatMap(({ id }) => id ?? []), ...(siblings?.() ?? [])];
  const filled = checks.map((check) => {
    const own = settings[check] ?? {};
    const listed = (name: string) => (own[name] ?? []) as readonly string[];
    const agreements = [...listed('agreements'), ...registered];
    return [check, { ...own, agreements, ownAccounts: [...listed('ownAccounts'), ...ids] }] as const;
  });
  const trust = settings[openTrust] ?? {};
  const trusted = [...((trust['trustedAccounts'] ?? []) as readonly string[]), ...ids];
  return {
    ...settings,
    ...Object.fromEntries(filled),
    [openTrust]: { ...trust, trustedAccounts: trusted },
  };
}
