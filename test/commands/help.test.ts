import { describe, expect, test } from 'vitest';
import command from '../../commands/help.ts';
import { commands } from '../../commands/index.ts';
import { parse } from '../../src/chat/parse.ts';
import type { Text } from '../../src/domain/message.ts';
import { may } from '../../src/domain/people.ts';
import { now } from '../kit/sample-findings.ts';
import { people } from '../kit/sample-people.ts';
import { event, sampleRouter, testCommand, wordsOf } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'of a verb',
      says: 'help ack',
      by: people.ann,
      expect: /The form is: ack <finding> \[<for>\] <reason …>/,
    },
    {
      name: 'of what two roles may do',
      says: 'help drill',
      by: people.adam,
      expect: /It needs the role officer or admin\./,
    },
    { name: 'nothing said at all', says: '/hipaa', expect: /You can say \d+ things here/ },
    { name: 'of a mistyped verb', says: 'help findngs', expect: /Did you mean “help findings”/ },
    {
      name: 'of what one may not do',
      says: 'help accept',
      by: people.ann,
      expect: /need the role officer to accept a risk/,
    },
  ],
});

describe('help lists what its reader may do', () => {
  for (const actor of Object.values(people)) {
    test(`${actor.name}, ${actor.standing}`, async () => {
      const { ears } = sampleRouter();
      const message = await ears.hear(event('help', actor));
      // In the table, and in the list of what changes something.
      const listed = message.blocks
        .flatMap((b): readonly Text[] =>
          b.kind === 'table'
            ? b.rows.map((r) => r[0] ?? '')
            : b.kind === 'facts'
              ? b.facts.map((f) => f.label)
              : [],
        )
        .map((cell) => wordsOf({ text: '', blocks: [{ kind: 'text', text: cell }] }).trim())
        .toSorted();
      const banned = actor.standing === 'bot' || actor.standing === 'deactivated';
      const expected = commands
        .filter((c) => !banned && ('open' in c || may(actor, c.role) || ('also' in c && may(actor, c.also))))
        .map((c): string => c.name)
        .toSorted();
      expect(listed).toEqual(expected);
    });
  }
});

test('every example of every verb parses to that verb', () => {
  for (const c of commands)
    for (const example of c.examples)
      expect(parse(example, commands, now), example).toMatchObject({ ok: true, command: { name: c.name } });
});
