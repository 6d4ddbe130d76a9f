import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, settable } from '../collect.ts';
import { type MacieState, macieIn, stateOf } from './session.ts';

/** From off, Macie is enabled; back to off, it is disabled, and what it found since goes with it. */
const callFor = (before: MacieState, after: MacieState): string =>
  after === 'off' ? 'DisableMacie' : before === 'off' ? 'EnableMacie' : 'UpdateMacieSession';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const macieRegionFacts = {
  macie: settable(
    fromAccount(['macie2:GetMacieSession'], (reader, { region }: Subject) => macieIn(reader, region)),
    {
      permissions: [
        'macie2:GetMacieSession',
        'macie2:EnableMacie',
        'macie2:UpdateMacieSession',
        'macie2:DisableMacie',
        // Whoever turns it on for the first time makes its service-linked role by it.
        'iam:CreateServiceLinkedRole',
      ],
      calls: ({ before, after }) => [callFor(before, after)],
      resources: () => ['*'],
      async put(client, { region }, value) {
        const macie = await client.service('macie', region);
        const now = await stateOf(macie);
        if (now === value) return;
        if (value === 'off') await macie.disableMacie({});
        else if (now === 'off') await macie.enableMacie({ status: value === 'on' ? 'ENABLED' : 'PAUSED' });
        else await macie.updateMacieSession({ status: value === 'on' ? 'ENABLED' : 'PAUSED' });
      },
    },
  ),
} as const;
