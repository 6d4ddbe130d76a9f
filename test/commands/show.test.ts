import { expect } from 'vitest';
import command from '../../commands/show.ts';
import type { RemediationView } from '../../src/engine/services.ts';
import { people } from '../kit/sample-people.ts';
import { states } from '../kit/sample-remediations.ts';
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
          'Acknowledging, fixing and assigning needs the role responder, which Ann, Bob, Ravi and Olga have.',
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
          ['Fix', false],
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
    {
      name: 'a request, to somebody who may not approve it',
      says: 'show r-12',
      expect: ({ message }) => {
        expect(message.text).toMatch(/^R-12, Turn on the bucket's public access block: clinic-imaging/);
        expect(message.text).toContain('You cannot approve it: This needs a role that you do not have.');
        expect(buttonsOf(message).map((b) => b.label)).toEqual(['History']);
        expect(message.visibility).toBe('sender');
      },
    },
    {
      name: 'a request, to somebody who may',
      says: 'show R-12',
      by: people.olga,
      expect: ({ message }) =>
        expect(buttonsOf(message).map((b) => b.label)).toEqual(['Approve', 'Deny', 'Withdraw', 'History']),
    },
    {
      name: 'its whole history, from the ledger',
      says: 'show R-12 --history',
      samples: { views: [states['applied'] as RemediationView] },
      expect:
        /What the ledger says of R-12 \(clinic-imaging\): \d+ records, oldest first\..*The write to clinic-imaging was begun/s,
    },
    { name: 'a page of its resources', says: 'show R-12 page:1', expect: /R-12 is about 1 resource/ },
    {
      name: 'its whole plan, as a file',
      says: 'show R-12 --diff',
      expect: ({ message }) =>
        expect(message.attachment?.text).toContain('blockPublicAcls from false to true'),
    },
    { name: 'a request cannot be shared twice', says: 'show R-12 --share', expect: /kept up to date there/ },
    { name: 'no such request', says: 'show R-99', expect: /There is no request “R-99”/ },
    { name: 'nothing named', says: 'show', expect: /still needs “finding”/ },
  ],
});
