import { expect } from 'vitest';
import command from '../../commands/policy.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'JSON unless told otherwise',
      says: 'policy',
      expect: ({ message }) =>
        expect(message.attachment).toMatchObject({
          name: 'hipaa-scan-policy.json',
          text: '{"Version":"2012-10-17"}',
        }),
    },
    {
      name: 'JSON says how much AWS takes at once',
      says: 'policy',
      expect: /managed policy of AWS holds 6,144/,
    },
    { name: 'Terraform', says: 'policy --format terraform', expect: /attached as hipaa-scan-role.tf/ },
    {
      name: 'the write policy',
      says: 'policy --remediate',
      expect: ({ message }) => {
        expect(message.attachment?.name).toBe('hipaa-remediate-policy.json');
        expect(message.text).toMatch(/one statement for each remedy.*role of its own/);
        expect(message.visibility).toBe('sender');
      },
    },
    {
      name: 'the write policy as Terraform',
      says: 'policy --remediate --format terraform',
      expect: /attached as hipaa-remediate-role.tf/,
    },
    {
      name: 'no such form',
      says: 'policy format:pulumi',
      expect: /It can be json, cloudformation or terraform/,
    },
  ],
});
