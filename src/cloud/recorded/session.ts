import type { AnyCatalog, Subject } from '../../domain/catalog.ts';
import type { Collected } from '../../domain/collected.ts';
import { CloudError } from '../../domain/errors.ts';
import type { Scope, Session } from '../../domain/provider.ts';
import { type Changes, sameNeeds } from './changes.ts';
import type { RecordedAccount } from './inventory.ts';
import { standIn } from './stand-in.ts';

export type RecordedFacts = Readonly<Record<string, Collected<unknown>>>;

/** One recorded account, and what was written to it since. */
export interface Account {
  readonly recorded: RecordedAccount;
  readonly changes: Changes;
  /** What was recorded about the resource; undefined: the recording does not have it. */
  factsOf(kind: string, id: string): RecordedFacts | undefined;
}

export const refusal = (why: Exclude<Collected<unknown>, { known: true }>) =>
  new CloudError(why.reason, why.message, why.permission);

/**
 * Answers what was written, else what follows from it, else what was recorded. A conclusion is drawn anew only when it
 * would rest on other facts than the recorded one does. What was recorded about a neighbour stands: that a trail's log
 * bucket was changed cannot be told from the trail's own facts, and the trail says what was seen on the day.
 */
export function sessionOf(account: Account, catalog: AnyCatalog, scope: Scope): Session {
  const { recorded, changes, factsOf } = account;
  const { id, name, partition, regions } = recorded;
  const identity = { id, name, partition };
  return {
    identity,
    regions,
    async *list(kind, region) {
      const listing = recorded.listings.find((l) => l.kind === kind && l.region === region);
      if (!listing) throw new CloudError('notRecorded', `the recording has no listing of ${kind}`);
      for (const r of recorded.resources) {
        const here = region === 'global' || r.subject.region === region;
        if (r.kind === kind && here) yield r.subject as unknown as Subject;
      }
      if (listing.why && !listing.why.known) throw refusal(listing.why as never);
    },
    async read(kind, fact, subject, needs) {
      const facts = factsOf(kind, subject.id) ?? {};
      const given = needs as RecordedFacts;
      const written = changes.answer(kind, subject.id, fact, given, facts);
      if (written) return written.value;
      const collector = catalog[kind]?.facts[fact];
      if (collector?.from === 'facts' && !sameNeeds(collector.needs ?? [], given, facts)) {
        const { optIns, signal } = scope;
        return collector.read(standIn({ identity, regions, optIns, signal }, fact), subject, given);
      }
      const answer = facts[fact];
      if (!answer) throw new CloudError('notRecorded', `${fact} was not recorded`);
      if (!answer.known) throw refusal(answer);
      return answer.value;
    },
    calls: () => 0,
    close: async () => {},
  };
}
