import { expect } from 'vitest';
import command from '../../commands/attest.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'an officer says it, with day and document',
      says: 'attest wireless on:2026-11-12 document:"Site survey, binder 4" note:"All eleven clinics"',
      by: people.olga,
      expect: ({ message, services }) => {
        expect(services.done).toEqual(['attested wireless by Olga']);
        expect(message.text).toContain('Olga attested wireless: wireless networks of offices');
        expect(message.text).toContain('Holds until: 12 November 2027');
        expect(message.text).toContain('Document: Site survey, binder 4');
        expect(message.text).toContain('Note: All eleven clinics');
        expect(message.text).toContain('164.312(e)(1)');
      },
    },
    {
      name: 'without a document it is asked for',
      says: 'attest wireless',
      by: people.olga,
      expect: ({ message, services, ears }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toMatch(/document/);
        expect(ears.form('attest wireless')?.fields.map((f) => f.name)).toContain('document');
      },
    },
    {
      name: 'what there is not',
      says: 'attest everything document:x',
      by: people.olga,
      expect: /nothing called "everything"/,
    },
  ],
});
