import { expect } from 'vitest';
import command from '../../commands/accept.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'accepts until a day',
      says: 'accept F-7K3QX until 2027-01-31 because the old scanner needs it control:"Only the clinic network"',
      expect: ({ message, services }) => {
        expect(message.text).toMatch(/You accepted the risk of F-7K3QX until 31 January 2027/);
        expect(message.text).toContain('Compensating control: Only the clinic network');
        expect(services.done).toEqual(['accepted F-7K3QX by Olga']);
      },
    },
    {
      name: 'unquoted texts',
      says: 'accept F-7K3QX until:3m because a b c control: d e f',
      expect: /Reason given: a b c\..*Compensating control: d e f/s,
    },
    { name: 'a year', says: 'accept F-7K3QX until:1y because x control:y', expect: /until 20 November 2027/ },
    {
      name: 'more than a year',
      says: 'accept F-7K3QX until:2027-11-22 because x control:y',
      expect: /not be more than 365 days/,
    },
    {
      name: 'in the past',
      says: 'accept F-7K3QX until:2026-01-31 because x control:y',
      expect: /lies in the past/,
    },
    {
      name: 'no such day',
      says: 'accept F-7K3QX until:2027-02-30 because x control:y',
      expect: /not a date/,
    },
    {
      name: 'no compensating control',
      says: 'accept F-7K3QX until:30d because x',
      expect: /still needs “control”/,
    },
    { name: 'no date', says: 'accept F-7K3QX because x control:y', expect: /still needs “until”/ },
  ],
});
