import { expect } from 'vitest';
import command from '../../commands/attestations.ts';
import { people } from '../kit/sample-people.ts';
import { buttonsOf, testCommand, wordsOf } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'what holds, what is missing, what nobody asks for',
      says: 'attestations',
      by: people.vera,
      expect: ({ message }) => {
        expect(message.text).toContain(
          '1 attestation that is asked for is missing; 1 of 16 topics is attested.',
        );
        expect(message.text).toContain('wireless: nobody has said so');
        expect(message.text).toContain('risk-analysis: holds, 347 days left');
        expect(message.text).toContain('training: not asked for');
        expect(wordsOf(message)).toContain('Olga, for 2 November 2026');
        expect(buttonsOf(message)).toEqual([]);
      },
    },
    {
      name: 'an officer may attest what is missing',
      says: 'attestations',
      by: people.olga,
      expect: ({ message }) => {
        expect(buttonsOf(message)).toEqual([
          { label: 'Attest wireless', says: 'attest wireless', asks: true },
        ]);
      },
    },
  ],
});
