import { ListBucketsCommand } from '@aws-sdk/client-s3';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, listOf, settable } from '../collect.ts';
import { type MacieState, macieIn, stateOf } from './session.ts';

/** Disabled, Macie would lose what it found: back to off, it is paused, which costs as little. */
const callFor = (before: MacieState): string => (before === 'off' ? 'EnableMacie' : 'UpdateMacieSession');

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const macieRegionFacts = {
  macie: settable(
    fromAccount(['macie2:GetMacieSession'], (reader, { region }: Subject) => macieIn(reader, region)),
    {
      permissions: ['macie2:GetMacieSession', 'macie2:EnableMacie', 'macie2:UpdateMacieSession'],
      calls: ({ before }) => [callFor(before)],
      same: (a, b) => (a === 'on') === (b === 'on'),
      resources: () => ['*'],
      async put(client, { region }, value) {
        const macie = await client.service('macie', region);
        const now = await stateOf(macie);
        if (now === value || (now === 'off' && value !== 'on')) return;
        if (now === 'off') await macie.enableMacie({ status: 'ENABLED' });
        else await macie.updateMacieSession({ status: value === 'on' ? 'ENABLED' : 'PAUSED' });
      },
    },
  ),
  /** Whether there is anything for Macie to search. */
  hasBuckets: fromAccount(['s3:ListAllMyBuckets'], async (reader, { region }: Subject): Promise<boolean> => {
    const ask = new ListBucketsCommand({ BucketRegion: region, MaxBuckets: 1 });
    const { Buckets } = await reader.s3(region).send(ask);
    return listOf(Buckets, 'ListBuckets').length > 0;
  }),
} as const;
