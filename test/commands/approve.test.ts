import { expect } from 'vitest';
import command from '../../commands/approve.ts';
import { exposed } from '../kit/sample-findings.ts';
import { people } from '../kit/sample-people.ts';
import {
  did,
  highest,
  oneApproval,
  planWith,
  targetOf,
  typicalPlan,
  viewOf,
} from '../kit/sample-remediations.ts';
import { buttonsOf, event, testCommand, wordsOf } from '../kit/test-command.ts';

const high = planWith([targetOf(exposed)], { tier: highest });
const two = { views: [viewOf({ plan: high })] };
const typed = planWith([targetOf(exposed)], { tier: { ...oneApproval, confirm: true } });

testCommand(command, {
  rows: [
    {
      name: 'the only approval that is needed',
      says: `approve R-12 plan:${typicalPlan.hash.slice(0, 12)}`,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['approved R-12 by Ravi']);
        expect(message.text).toMatch(/^You approved R-12\. It is now: approved, not carried out yet\./);
        expect(message.data).toMatchObject({ remediation: { votes: [{ name: 'Ravi' }] } });
        expect(message.replaces).toBe(true);
      },
    },
    {
      name: 'the first of two',
      says: 'approve R-12 confirm:maging code:123456',
      samples: two,
      expect: /You approved R-12: 1 of 2 approvals given\./,
    },
    {
      name: 'a code in two groups, as the app shows it',
      says: 'approve R-12 confirm:maging code:"123 456"',
      samples: two,
      expect: ({ services }) => expect(services.done).toEqual(['approved R-12 by Ravi']),
    },
    {
      name: 'a wrong code is refused, and not repeated',
      says: 'approve R-12 confirm:maging code:654321',
      samples: two,
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(JSON.stringify(message)).not.toContain('654321');
      },
    },
    {
      name: 'without what the tier asks for: a button that asks for it',
      says: 'approve R-12',
      samples: two,
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(buttonsOf(message)).toMatchObject([
          { says: `approve R-12 plan:${high.hash.slice(0, 12)} needs:confirm,code`, asks: true },
          { says: 'show R-12' },
        ]);
      },
    },
    {
      name: 'a mistyped verb with a code: the code is not repeated',
      says: 'aprove R-12 code:654321',
      expect: ({ message }) => expect(JSON.stringify(message)).not.toContain('654321'),
    },
    {
      name: 'a code that stands where none is taken',
      says: 'approve R-12 654 321',
      expect: ({ message }) => expect(JSON.stringify(message)).not.toMatch(/654 ?321/),
    },
    {
      name: 'what the form asked for must be answered',
      says: 'approve R-12 needs:confirm',
      samples: { views: [viewOf({ plan: typed })] },
      expect: async ({ message, services, ears }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('still needs “confirm”');
        expect(ears.form('approve R-12 needs:confirm')?.fields.map((f) => f.name)).toEqual(['confirm']);
        expect(ears.form('approve R-12')).toBeNull();
        const done = await ears.hear(event('approve R-12 needs:confirm confirm:"maging"', people.ravi));
        expect(done.text).toContain('You approved R-12.');
      },
    },
    {
      name: 'another plan than the one that was looked at',
      says: 'approve R-12 plan:000000000000',
      expect: /another one than the one you looked at/,
    },
    {
      name: 'your own request',
      says: 'approve R-12',
      by: people.ravi,
      samples: { views: [viewOf({ by: people.ravi })] },
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(wordsOf(message)).toContain('Whoever asked for a change never approves it');
        expect(buttonsOf(message)).toMatchObject([{ says: 'show R-12' }]);
      },
    },
    {
      name: 'a second time',
      says: 'approve R-12 confirm:maging code:123456',
      samples: { views: [viewOf({ plan: high }, did.approved(people.ravi))] },
      expect: /You have approved it already/,
    },
    { name: 'no such request', says: 'approve R-99', expect: /There is no request “R-99”/ },
  ],
});
