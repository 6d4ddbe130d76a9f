import { expect } from 'vitest';
import command from '../../commands/undo.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { states } from '../kit/sample-remediations.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

const applied = { views: [states['applied'] as RemediationView] };

testCommand(command, {
  rows: [
    {
      name: 'without a reason: the mirrored plan',
      says: 'undo R-12',
      samples: applied,
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('blockPublicAcls from true to false');
        expect(buttonsOf(message)[0]).toMatchObject({
          says: expect.stringMatching(/^undo R-12 plan:[0-9a-f]{12} needs:reason$/),
          asks: true,
        });
      },
    },
    {
      name: 'with a reason: requested, and approved by somebody else',
      says: 'undo r-12 because the website needs it',
      samples: applied,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['proposed R-20 by Ann']);
        expect(message.text).toContain('You requested R-20, which undoes R-12');
      },
    },
    {
      name: 'what is there has moved: the new plan, and nothing requested',
      says: 'undo R-12 because x',
      samples: { ...applied, moved: true },
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toMatch(/^What is there is not what you looked at/);
      },
    },
    {
      name: 'nothing was written',
      says: 'undo R-12',
      samples: { views: [states['stale'] as RemediationView] },
      expect: /Nothing was written, so there is nothing to undo/,
    },
    { name: 'still open', says: 'undo R-12', expect: /not in a state where this can be done/ },
    {
      name: 'no such request',
      says: 'undo R-99',
      samples: applied,
      expect: /There is no request “R-99”.*“approvals”/,
    },
  ],
});
