import { expect } from 'vitest';
import command from '../../commands/enrol.ts';
import { people } from '../kit/sample-people.ts';
import { buttonsOf, testCommand, wordsOf } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'a key that only the asker sees',
      says: 'enrol',
      by: people.ravi,
      expect: ({ message, services, ears }) => {
        expect(services.done).toEqual(['enrolled Ravi']);
        expect(message).toMatchObject({
          visibility: 'sender',
          personal: true,
          attachment: { mediaType: 'image/png', encoding: 'base64' },
        });
        const [button] = buttonsOf(message);
        expect(ears.form(button?.says ?? '')?.fields.map((f) => f.name)).toEqual(['code']);
      },
    },
    {
      name: 'the first code',
      says: 'enrol code:123456',
      by: people.ravi,
      expect: /Your authenticator app is confirmed/,
    },
    {
      name: 'a wrong one is not repeated',
      says: 'enrol code:654321',
      by: people.ravi,
      expect: ({ message }) => {
        expect(message.text).toContain('does not count');
        expect(JSON.stringify(message)).not.toContain('654321');
      },
    },
    {
      name: 'a code without its name is not repeated',
      says: 'enrol 654321',
      expect: ({ message }) => {
        expect(wordsOf(message)).toContain('[code masked]');
        expect(JSON.stringify(message)).not.toContain('654321');
      },
    },
    {
      name: 'somebody who has one must show it for another',
      says: 'enrol',
      samples: { stepUp: 'enrolled' },
      expect: ({ message, services }) => {
        expect(services.done).toEqual([]);
        expect(message.text).toContain('already');
      },
    },
    {
      name: 'and shows it',
      says: 'enrol code:123456',
      samples: { stepUp: 'enrolled' },
      expect: ({ services }) => expect(services.done).toEqual(['enrolled Vera']),
    },
    {
      name: 'where no key seals the secrets',
      says: 'enrol',
      samples: { stepUp: 'unavailable' },
      expect: /HIPAA_SECRET_KEY/,
    },
    {
      name: 'an admin resets somebody who lost the app',
      says: 'enrol reset:@ravi',
      by: people.adam,
      expect: ({ services }) => expect(services.done).toEqual(['reset ravi by Adam']),
    },
    {
      name: 'nobody of that name',
      says: 'enrol reset:@xyz',
      by: people.adam,
      expect: /Nobody here is known/,
    },
    {
      name: 'an officer does not',
      says: 'enrol reset:@ravi',
      by: people.olga,
      expect: /You need the role admin/,
    },
  ],
});
