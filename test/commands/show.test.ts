import { expect } from 'vitest';
import command from '../../commands/show.ts';
import { people } from '../kit/sample-people.ts';
import { buttonsOf, testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'to a viewer, without buttons to change it',
      says: 'show F-7K3QX',
      expect: ({ message }) => {
        expect(message.text).toMatch(/about clinic-intake-forms in the account production \(111122223333\)/);
        expect(message.text).toContain('164.312(c)(1) Integrity');
        expect(buttonsOf(message).map((b) => b.label)).toEqual(['Share']);
        expect(message.text).toContain(
          'Acknowledging and assigning needs the role responder, which Ann, Bob, Ravi and Olga have.',
        );
      },
    },
    {
      name: 'to an officer, with all of them',
      says: 'show 7k3qx',
      by: people.olga,
      expect: ({ message }) =>
        expect(buttonsOf(message).map((b) => [b.label, b.asks ?? false])).toEqual([
          ['Acknowledge', true],
          ['Assign to me', false],
          ['Accept risk', true],
          ['Share', false],
        ]),
    },
    {
      name: 'shared with the channel',
      says: 'show F-7K3QX --share',
      expect: /shown to everybody in this channel/,
    },
    {
      name: 'its history',
      says: 'show F-7K3QX --history',
      expect: /What happened to F-7K3QX .*: 1 line, oldest first\./,
    },
    { name: 'a page of it beyond the last', says: 'show F-7K3QX --history page:9', expect: /found/ },
    { name: 'one letter off', says: 'show F-7K3QY', expect: /Did you mean “show F-7K3QX”\?/ },
    { name: 'no such finding', says: 'show F-ZZZZZ', expect: /There is no finding “F-ZZZZZ”/ },
    { name: 'nothing named', says: 'show', expect: /still needs “finding”/ },
  ],
});
