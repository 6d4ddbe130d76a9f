import { describe, expect, it } from 'vitest';
import { asksToShare, spoken, verbOf } from '#src/chat/teams/hearing';

const bot = { id: '28:bot', name: 'HIPAA bot' };
const called = { type: 'mention', text: '<at>HIPAA bot</at>', mentioned: bot };
const ann = { type: 'mention', text: '<at>Ann B.</at>', mentioned: { id: '29:ann', name: 'Ann B.' } };

const hear = (text: string, entities: readonly object[] = []) =>
  spoken({ text, entities, recipient: bot }, async ({ id }) => (id === '29:ann' ? '0000-ann' : null));

describe('what a person typed', () => {
  const rows: readonly [string, string, readonly object[], string][] = [
    ['is taken as it is', 'findings severity>=high', [], 'findings severity>=high'],
    ['loses the mention of the bot', '<at>HIPAA bot</at> findings', [called], 'findings'],
    ['loses it in the middle', 'please <at>HIPAA bot</at>  status', [called], 'please status'],
    ['loses hard spaces', '<at>HIPAA bot</at>\u00a0findings&nbsp;page:2', [called], 'findings page:2'],
    [
      'loses the editor’s tags',
      '<p>ack F-1 <strong>7d</strong></p>\n<div>because x</div>',
      [],
      'ack F-1 7d because x',
    ],
    ['keeps what only looks like a tag', 'findings severity<high', [], 'findings severity<high'],
    ['keeps smart quotes for the parser', 'ack F-1 reason:“it’s known”', [], 'ack F-1 reason:“it’s known”'],
    ['gets its quotes back', 'ack F-1 reason:&quot;known&quot;', [], 'ack F-1 reason:"known"'],
    ['names people by object id', 'assign F-1 <at>Ann B.</at>', [ann], 'assign F-1 <@0000-ann>'],
    [
      'names somebody unknown by name',
      'assign F-1 <at>Cy</at>',
      [{ type: 'mention', text: '<at>Cy</at>', mentioned: { id: '29:cy', name: 'Cy' } }],
      'assign F-1 @Cy',
    ],
    ['keeps a mention that nothing tells of', 'assign F-1 <at>Cy</at>', [], 'assign F-1 @Cy'],
    ['is not broken by other entities', 'status', [{ type: 'clientInfo', locale: 'en' }], 'status'],
    ['may be nothing', '<at>HIPAA bot</at>', [called], ''],
  ];
  it.each(rows)('%s', async (_, text, entities, line) => {
    expect(await hear(text, entities)).toBe(line);
  });

  it('may hold dollar signs, which are no patterns', async () => {
    const odd = { type: 'mention', text: '<at>X</at>', mentioned: { id: '29:x', name: "$& $'" } };
    expect(await hear('assign F-1 <at>X</at>', [odd])).toBe("assign F-1 @$& $'");
  });
});

describe('the verb of a line', () => {
  it.each([
    ['findings page:2', 'findings'],
    ['/hipaa show F-1', 'show'],
    ['Why-Not approve', 'why-not'],
    ['', 'help'],
  ])('of “%s” is %s', (line, verb) => {
    expect(verbOf(line)).toBe(verb);
  });
  it('may ask to share', () => {
    expect(asksToShare('show F-1 --share')).toBe(true);
    expect(asksToShare('show F-1 --shared')).toBe(false);
  });
});
