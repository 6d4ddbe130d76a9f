import { expect } from 'vitest';
import command from '../../commands/why-not.ts';
import { neverFrozen } from '../../src/domain/freeze.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { exposed } from '../kit/sample-findings.ts';
import { people } from '../kit/sample-people.ts';
import { did, highest, planWith, states, targetOf, viewOf } from '../kit/sample-remediations.ts';
import { testCommand } from '../kit/test-command.ts';

const high = planWith([targetOf(exposed)], { tier: highest });

testCommand(command, {
  rows: [
    {
      name: 'nothing stands in the way',
      says: 'why-not approve R-12',
      by: people.ravi,
      expect: /^Nothing stands in the way: you can approve R-12 now\./,
    },
    {
      name: 'the role',
      says: 'why-not approve',
      by: people.ann,
      expect: /You cannot approve a change now: role stands in the way/,
    },
    {
      name: 'the standing',
      says: 'why-not approve R-12',
      by: people.gus,
      expect: /standing stands in the way/,
    },
    {
      name: 'your own request',
      says: 'why-not approve R-12',
      by: people.ravi,
      samples: { views: [viewOf({ by: people.ravi })] },
      expect: /own request stands in the way.*never approves it/s,
    },
    {
      name: 'your group',
      says: 'why-not approve R-12',
      by: people.olga,
      samples: {
        views: [viewOf({ plan: high }, did.approved(people.ravi))],
        groups: { security: ['ravi', 'olga'] },
      },
      expect: /group stands in the way/,
    },
    {
      name: 'your vote is given',
      says: 'why-not approve R-12',
      by: people.ravi,
      samples: { views: [viewOf({ plan: high }, did.approved(people.ravi))] },
      expect: /one vote each stands in the way/,
    },
    {
      name: 'its time is over, at the very minute',
      says: 'why-not approve R-12',
      by: people.ravi,
      samples: { views: [viewOf({ ago: 24 * 60 })] },
      expect: /clock stands in the way/,
    },
    {
      name: 'a minute before',
      says: 'why-not approve R-12',
      by: people.ravi,
      samples: { views: [viewOf({ ago: 24 * 60 - 1 })] },
      expect: /Nothing stands in the way/,
    },
    {
      name: 'kill switch and change freeze',
      says: 'why-not approve R-12',
      by: people.ravi,
      samples: {
        frozen: states['frozen']?.freeze ?? neverFrozen,
        window: { name: 'go-live', until: '2026-11-23T06:00:00Z' },
      },
      expect: /kill switch and change freeze stand in the way/,
    },
    {
      name: 'breaking the glass passes a change freeze, and no kill switch',
      says: 'why-not break-glass',
      by: people.ravi,
      samples: { window: { name: 'go-live', until: '2026-11-23T06:00:00Z' } },
      expect: /Nothing stands in the way/,
    },
    {
      name: 'several at once, and one would be enough',
      says: 'why-not undo R-12',
      by: people.vera,
      samples: { views: [states['denied'] as RemediationView] },
      expect: ({ message }) => {
        expect(message.text).toContain('You cannot undo R-12 now: ');
        expect(message.text).toContain('One gate that is shut is enough, whatever the others say.');
      },
    },
    { name: 'the kill switch', says: 'why-not freeze', by: people.vera, expect: /role stands in the way/ },
    { name: 'an open verb', says: 'why-not help', by: people.nora, expect: /Nothing stands in the way/ },
    { name: 'no such verb', says: 'why-not aprove', expect: /Did you mean “approve”\?/ },
    { name: 'no such request', says: 'why-not approve R-99', expect: /There is no request “R-99”/ },
  ],
});
