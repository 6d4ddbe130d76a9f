import { type CloudUser, chatAccountsOf, type Persons, personOfUser } from '../domain/people.ts';
import type { Standing } from '../domain/provider.ts';
import type { PeopleDesk } from './services.ts';

/**
 * Tells of an IAM user whether the person it belongs to is still there, as the chats tell it. A person with one account
 * that is still there is there; a chat that could not be asked, or knows none of the accounts, leaves it open.
 */
export const standingIn =
  (persons: Persons, people: Pick<PeopleDesk, 'actor'>) =>
  async (who: CloudUser): Promise<Standing> => {
    const person = personOfUser(persons, who);
    const accounts = person === null ? [] : chatAccountsOf(persons, person);
    if (accounts.length === 0) return 'unmatched';
    const asked = await Promise.allSettled(accounts.map((account) => people.actor(account)));
    const known = asked.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    if (known.some(({ standing }) => standing !== 'deactivated')) return 'here';
    return known.length === asked.length ? 'deactivated' : 'unknown';
  };
