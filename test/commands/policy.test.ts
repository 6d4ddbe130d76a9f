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
    { name: 'Terraform', says: 'policy --format terraform', expect: /attached as hipaa-scan-role.tf/ },
    {
      name: 'no such form',
      says: 'policy format:pulumi',
      expect: /It can be json, cloudformation or terraform/,
    },
  ],
});
