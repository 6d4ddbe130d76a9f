import { expect } from 'vitest';
import command from '../../commands/assign.ts';
import { versioning } from '../kit/sample-findings.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'to oneself',
      says: 'assign F-7K3QX me',
      expect: ({ message, services }) => {
        expect(message.text).toContain('You assigned F-7K3QX to Ann.');
        expect(message.text).toContain('Ann owns it.');
        expect(services.done).toEqual(['assigned F-7K3QX by Ann']);
      },
    },
    {
      name: 'as Slack writes a mention',
      says: 'assign F-7K3QX to <@UBOB|bob>',
      expect: /assigned F-7K3QX to Bob/,
    },
    {
      name: 'to nobody',
      says: 'assign F-7K3QX nobody',
      expect: /F-7K3QX without an owner|has no owner already/,
    },
    {
      name: 'to who has it',
      says: 'assign F-7K3QX to <@UBOB>',
      samples: { findings: [{ ...versioning, owner: 'bob' }] },
      expect: ({ message, services }) => {
        expect(message.text).toBe('Bob has it already.');
        expect(services.done).toEqual([]);
      },
    },
    {
      name: 'taken away',
      says: 'assign F-7K3QX nobody',
      samples: { findings: [{ ...versioning, owner: 'bob' }] },
      expect: /You left F-7K3QX without an owner[\s\S]*left without an owner by Ann/,
    },
    {
      name: 'to a stranger to the bot',
      says: 'assign F-7K3QX @zed',
      expect: /Nobody here is known as “@zed”/,
    },
    { name: 'without saying to whom', says: 'assign F-7K3QX', expect: /still needs “owner”/ },
  ],
});
