import type { Migration } from 'kysely/migration';
import * as first from './0001-first.ts';
import * as remediations from './0002-remediations.ts';
import * as conversations from './0003-conversations.ts';
import * as attestations from './0004-attestations.ts';
import * as findingNames from './0005-finding-names.ts';
import * as leftAccounts from './0006-left-accounts.ts';

/** In order. A migration that was released is never edited; the next change is the next file. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-remediations': remediations,
  '0003-conversations': conversations,
  '0004-attestations': attestations,
  '0005-finding-names': findingNames,
  '0006-left-accounts': leftAccounts,
};
