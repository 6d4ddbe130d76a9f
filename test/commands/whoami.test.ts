import command from '../../commands/whoami.ts';
import { people } from '../kit/sample-people.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'a responder',
      says: 'whoami',
      by: people.ann,
      expect: /You are Ann, known here as slack:T1:UANN.*Roles: viewer and responder/s,
    },
    {
      name: 'nobody yet',
      says: 'whoami',
      by: people.nora,
      expect:
        /Roles: none.*can grant a role in its configuration, under slack\.roles or teams\.roles, to slack:T1:UNORA/s,
    },
    {
      name: 'a guest',
      says: 'whoami',
      by: people.gus,
      expect: /guest, who may change nothing.*You can say: help, who-can, whoami and why-not/s,
    },
  ],
});
