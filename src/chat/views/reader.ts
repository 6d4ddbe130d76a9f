import type { Finding, Instant } from '../../domain/finding.ts';
import type { Actor } from '../../domain/people.ts';
import type { CheckInfo, PeopleDesk, RemediationDesk } from '../../engine/services.ts';

/** What views look up while they speak of findings. Everything is at hand: a view asks nobody and never waits. */
export interface Reader {
  /** Whom the message is for; null for everybody in a channel. */
  readonly actor: Actor | null;
  readonly now: Date;
  readonly people: Pick<PeopleDesk, 'holding'>;
  /** A person's name for an owner or a signature. */
  nameOf(id: string): string;
  accountName(id: string): string;
  check(id: string): CheckInfo | null;
  dueAt(finding: Finding): Instant;
  /** Whether a finding of this check could be fixed from here, and by whom. */
  readonly fixable: RemediationDesk['fixable'];
  /** What stands in the way of a deed; asked for one person only. */
  readonly why: RemediationDesk['why'];
}

const machines: Readonly<Record<string, string>> = {
  'system:scan': 'the scan',
  'system:schedule': 'the schedule',
  'system:time': 'the bot',
};

/** A name for an id that nobody is known by: the last part of `terminal:local:ann`. */
export const readable = (id: string): string =>
  machines[id] ?? (id.startsWith('system:') ? 'the bot' : (id.split(':').at(-1) ?? id));
