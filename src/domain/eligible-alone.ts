import type { Verdict } from './check.ts';
import { daysSince } from './days.ts';
import { phiTag } from './phi.ts';

/** Services in use, held against AWS's list of a day. */
interface Held {
  readonly eligible: readonly string[];
  readonly unlisted: readonly string[];
  readonly unsure: readonly string[];
  readonly asOf: string;
}

interface At {
  readonly account: string;
  readonly now: Date;
  readonly settings: {
    readonly phiKeys: readonly string[];
    readonly phiValues: readonly string[];
    /** Accounts that hold PHI though no tag says so. */
    readonly phiAccounts: readonly string[];
  };
}

type TagValues = Readonly<Record<string, readonly string[]>>;

const tagsSayPhi = (tags: TagValues, { phiKeys, phiValues }: At['settings']): boolean =>
  Object.entries(tags).some(([key, values]) =>
    values.some((value) => phiTag({ [key]: value }, { keys: phiKeys, values: phiValues }) !== null),
  );

/** Whether an account with PHI uses services alone that AWS's agreement covers. */
export function eligibleAlone(services: Held, tags: TagValues, { account, now, settings }: At): Verdict {
  if (!settings.phiAccounts.includes(account) && !tagsSayPhi(tags, settings))
    return { status: 'notApplicable', because: 'nothing in the account is tagged as PHI' };
  const { eligible, unlisted, unsure, asOf } = services;
  const list = `AWS's list of ${asOf}, ${daysSince(asOf, now)} days old`;
  if (unlisted.length === 0)
    return { status: 'pass', because: `${eligible.length} services, all on ${list}` };
  const more = unsure.length === 0 ? '' : `; whether ${unsure.join(', ')} is cannot be told`;
  return { status: 'fail', because: `${unlisted.join(', ')} not on ${list}${more}` };
}
