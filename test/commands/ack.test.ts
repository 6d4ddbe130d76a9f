import { expect } from 'vitest';
import command from '../../commands/ack.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand, wordsOf } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'acknowledges for a week unless told otherwise',
      says: 'ack F-7K3QX because the vendor fixes it',
      expect: async ({ message, services }) => {
        expect(message.text).toContain('You acknowledged F-7K3QX until 27 November 2026.');
        expect(message.visibility).toBe('sender');
        expect(services.done).toEqual(['acknowledged F-7K3QX by Ann']);
        expect(wordsOf(message)).toContain('Reason given: the vendor fixes it');
      },
    },
    { name: 'for two days', says: 'ack f-7k3qx for 2d because x', expect: /until 22 November 2026/ },
    { name: 'a long dash from a phone', says: 'ack F-7K3QX —for 2d because x', expect: /until 22 November/ },
    { name: 'day 90', says: 'ack F-7K3QX for:90d because x', expect: /until 18 February 2027/ },
    { name: 'day 91', says: 'ack F-7K3QX for:91d because x', expect: /may not be more than 90 days/ },
    {
      name: 'a limit of the configuration',
      says: 'ack F-7K3QX for:31d because x',
      samples: { limits: { acknowledgeMaxDays: 30, acceptMaxDays: 365 } },
      expect: /may not be more than 30 days/,
    },
    {
      name: 'without a reason',
      says: 'ack F-7K3QX',
      expect: /still needs “reason”.*For example: ack F-7K3QX/s,
    },
    {
      name: 'a reason that names a patient',
      says: 'ack F-7K3QX because patient SSN 123-45-6789 is in it',
      expect: ({ message, services }) => {
        expect(JSON.stringify([message, services.done])).not.toContain('6789');
        expect(wordsOf(message)).toContain('patient [SSN masked] is in it');
        expect(wordsOf(message)).toContain('What looked like a Social Security number was masked');
      },
    },
    {
      name: 'a mistyped finding',
      says: 'ack F-7K3QY because x',
      expect: /Did you mean “ack F-7K3QX reason:"x"”|ack F-7K3QX "x"/,
    },
    { name: 'no such finding', says: 'ack F-ZZZZZ because x', expect: /no finding “F-ZZZZZ”.*“findings”/s },
    {
      name: 'from a card that only the asker sees, it takes its place',
      says: 'ack F-7K3QX because x',
      expect: ({ message }) => expect(message.replaces).toBe(true),
    },
    {
      name: 'who may not accept sees who can',
      says: 'ack F-7K3QX because x',
      by: people.bob,
      expect: /Accepting the risk needs the role officer, which Olga has/,
    },
  ],
});
