import { expect } from 'vitest';
import command from '../../commands/review.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { people } from '../kit/sample-people.ts';
import { states } from '../kit/sample-remediations.ts';
import { testCommand } from '../kit/test-command.ts';

const broken = { views: [states['break-glass'] as RemediationView] };

testCommand(command, {
  rows: [
    {
      name: 'by somebody else',
      says: 'review R-12 because the exposure was real',
      by: people.olga,
      samples: broken,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['reviewed R-12 by Olga']);
        expect(message.data).toMatchObject({
          remediation: { breakGlass: { reviewedBy: { name: 'Olga' } } },
        });
      },
    },
    {
      name: 'by the one who broke it',
      says: 'review R-12 because x',
      by: people.ravi,
      samples: broken,
      expect: ({ services }) => expect(services.done).toEqual([]),
    },
    { name: 'no glass was broken', says: 'review R-12 because x', expect: /it is over|faster/ },
    { name: 'without a word', says: 'review R-12', samples: broken, expect: /still needs “reason”/ },
    { name: 'no such request', says: 'review R-99 because x', expect: /There is no request “R-99”/ },
  ],
});
