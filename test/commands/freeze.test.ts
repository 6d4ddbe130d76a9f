import { expect } from 'vitest';
import command from '../../commands/freeze.ts';
import { neverFrozen } from '../../src/domain/freeze.ts';
import { people } from '../kit/sample-people.ts';
import { states } from '../kit/sample-remediations.ts';
import { buttonsOf, event, testCommand } from '../kit/test-command.ts';

const frozen = states['frozen']?.freeze ?? neverFrozen;

testCommand(command, {
  rows: [
    {
      name: 'how it stands, to a viewer',
      says: 'freeze',
      by: people.vera,
      expect: /Kill switch: off\. No change freeze holds now\./,
    },
    {
      name: 'one person stops',
      says: 'freeze on because imaging misbehaves',
      by: people.ann,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['freeze on by Ann']);
        expect(message.text).toContain('You stopped every change.');
        expect(message.text).toContain('by Ann: imaging misbehaves.');
      },
    },
    {
      name: 'two restart',
      says: 'freeze off because it is understood',
      by: people.ravi,
      samples: { frozen },
      expect: async ({ message, services, ears }) => {
        expect(message.text).toContain('You asked to restart. Another approver must agree within an hour.');
        expect(message.text).toContain('Kill switch: on');
        const same = await ears.hear(event('freeze off because again', people.ravi));
        expect(same.text).toContain('another person must agree');
        const other = await ears.hear(event('freeze off because I looked too', people.olga));
        expect(other.text).toContain('You agreed to restart: changes may be written again.');
        expect(services.done).toEqual(['askedToRestart by Ravi', 'restarted by Olga']);
      },
    },
    {
      name: 'without a reason, a form asks for it',
      says: 'freeze on',
      by: people.ann,
      expect: ({ message, services, ears }) => {
        expect(services.done).toEqual([]);
        const [button] = buttonsOf(message);
        expect(button).toMatchObject({ says: 'freeze on needs:reason', asks: true });
        expect(ears.form(button?.says ?? '')?.fields.map((f) => [f.name, f.required])).toEqual([
          ['reason', true],
        ]);
      },
    },
    {
      name: 'a responder does not restart',
      says: 'freeze off because x',
      by: people.ann,
      samples: { frozen },
      expect: /You need the role approver/,
    },
    {
      name: 'a change freeze of the configuration',
      says: 'freeze',
      samples: { window: { name: 'go-live', until: '2026-11-23T06:00:00Z' } },
      expect: /The change freeze “go-live” holds until 23 November 2026 at 06:00 UTC/,
    },
  ],
});
