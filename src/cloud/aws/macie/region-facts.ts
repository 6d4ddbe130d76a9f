import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, settable } from '../collect.ts';
import { macieIn } from './session.ts';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const macieRegionFacts = {
  macie: settable(
    fromAccount(['macie2:GetMacieSession'], (reader, { region }: Subject) => macieIn(reader, region)),
    {
      permissions: ['macie2:UpdateMacieSession'],
      calls: () => ['UpdateMacieSession'],
      resources: () => ['*'],
      async put(client, { region }, value) {
        if (value === 'off')
          throw new CloudError('unsupported', 'turning Macie off deletes what it found: not from here');
        const macie = await client.service('macie', region);
        await macie.updateMacieSession({ status: value === 'on' ? 'ENABLED' : 'PAUSED' });
      },
    },
  ),
} as const;
