import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/command.ts';
import { people } from '../kit/sample-people.ts';
import { sampleServices } from '../kit/sample-services.ts';
import { buttonsOf, event, expectGoodMessage, sampleRouter, wordsOf } from '../kit/test-command.ts';

const broken = defineCommand({
  name: 'broken',
  summary: 'Breaks.',
  examples: ['broken'],
  role: 'viewer',
  args: {},
  run: async () => {
    throw new Error('password=hunter2 in /srv/secret');
  },
});

describe('deliveries', () => {
  test('the same one four times acts once', async () => {
    const { ears, services } = sampleRouter();
    const same = () => ears.hear(event('ack F-7K3QX because x', people.ann, { key: 'E1' }));
    const replies = await Promise.all([same(), same(), same(), same()]);
    expect(services.done).toEqual(['acknowledged F-7K3QX by Ann']);
    expect(replies.filter((r) => r.blocks.length === 0)).toHaveLength(3);
    expect(replies[3]?.text).toBe('This was already done.');
  });
  test('when it cannot be told whether it was heard, nothing is done', async () => {
    const claim = async () => {
      throw new Error('disk full');
    };
    const { ears, services, logged } = sampleRouter({}, { deliveries: { claim } });
    const reply = await ears.hear(event('ack F-7K3QX because x', people.ann));
    expect(services.done).toEqual([]);
    expect(reply.text).toMatch(/Something went wrong/);
    expect(logged).toHaveLength(1);
  });
});

describe('one-time codes', () => {
  test.each([
    'approve R-12 code:123456 xyz',
    'approve R-12 123456',
    'approve R-12 123 456',
    'aprove R-12 code:123456',
    'aprove R-12 --code 123456',
    'enrol 123456',
    'enroll code:123456',
    'approve code:123456',
    '123456',
    'code:123456',
  ])('are not repeated: %s', async (line) => {
    const { ears, logged } = sampleRouter();
    const reply = await ears.hear(event(line, people.ravi));
    expect(reply.exit).toBe(2);
    expect(JSON.stringify([reply, logged])).not.toMatch(/123 ?456/);
  });
  test('other digits are', async () => {
    const { ears } = sampleRouter();
    const reply = await ears.hear(event('findngs page:2 account:111122223333', people.ravi));
    expect(reply.text).toContain('“findings page:2 account:111122223333”');
  });
});

describe('refusals', () => {
  test('say why and who can, are private, and are on record', async () => {
    const { ears, services } = sampleRouter();
    const reply = await ears.hear(event('ack F-7K3QX because x', people.vera));
    expect(reply.text).toBe(
      'You need the role responder to acknowledge a finding. Ann, Bob, Ravi and Olga have it.',
    );
    expect(reply).toMatchObject({ visibility: 'sender', exit: 1 });
    expect(services.refused).toEqual([
      { verb: 'ack', because: 'role', needs: 'responder', about: 'F-7K3QX', by: 'Vera' },
    ]);
  });
  test('when nobody has the role, it says where roles come from', async () => {
    const services = { ...sampleServices(), people: { ...sampleServices().people, holding: () => [] } };
    const { ears } = sampleRouter({}, { services });
    const reply = await ears.hear(event('scan', people.vera));
    expect(reply.text).toMatch(
      /need the role responder to start or cancel a scan. Nobody has it yet.*configuration/,
    );
  });
  test('many holders are cut short', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const services = { ...sampleServices(), people: { ...sampleServices().people, holding: () => names } };
    const { ears } = sampleRouter({}, { services });
    expect((await ears.hear(event('scan', people.vera))).text).toMatch(/A, B, C, D and 3 others have it/);
  });
  test('stand even when they cannot be written down', async () => {
    const record = async () => {
      throw new Error('disk full');
    };
    const { ears, logged } = sampleRouter({}, { services: { ...sampleServices(), refusals: { record } } });
    const reply = await ears.hear(event('ack F-7K3QX because x', people.vera));
    expect(reply.text).toMatch(/need the role responder/);
    expect(logged).toMatchObject([{ says: 'a refusal could not be recorded', facts: { verb: 'ack' } }]);
  });
  test.each([people.gus, people.sam, people.rob, people.dora])(
    '$standing, whatever roles it claims',
    async (actor) => {
      const { ears, services } = sampleRouter();
      const reply = await ears.hear(event('accept F-7K3QX until:30d because x control:y', actor));
      expect(services.done).toEqual([]);
      expect(reply.text).toMatch(/cannot do this here|deactivated/);
      expect(services.refused).toMatchObject([{ because: 'standing' }]);
    },
  );
  test('what was not understood repeats no personal data', async () => {
    const { ears } = sampleRouter();
    const reply = await ears.hear(event('findings resourc:123-45-6789 "SSN 123-45-6789"', people.vera));
    expect(wordsOf(reply) + JSON.stringify(buttonsOf(reply))).not.toContain('6789');
    expect(reply.exit).toBe(2);
    const other = await ears.hear(event('findings "SSN 123-45-6789"', people.vera));
    expect(wordsOf(other)).toContain('“[SSN masked]”');
  });
  test('a suggestion is a button with the whole line', async () => {
    const { ears } = sampleRouter();
    const reply = await ears.hear(event('findigns severity>=high', people.vera));
    expect(buttonsOf(reply)).toEqual([
      { label: 'Yes: findings severity>=high', says: 'findings severity>=high' },
    ]);
  });
});

describe('failures', () => {
  test('are one sentence with a reference; the cause goes to the log', async () => {
    const all = [...commands, broken];
    const { ears, logged } = sampleRouter({ registry: all }, { commands: all, reference: () => 'ABC12345' });
    const reply = await ears.hear(event('broken', people.vera, { key: 'E9' }));
    expectGoodMessage(reply, people.vera);
    expect(reply).toMatchObject({ visibility: 'sender', exit: 1 });
    expect(reply.text).toMatch(/written down as ABC12345/);
    expect(wordsOf(reply)).not.toMatch(/hunter2|srv/);
    expect(logged).toMatchObject([{ facts: { reference: 'ABC12345', delivery: 'E9', verb: 'broken' } }]);
    expect(String(logged[0]?.facts['err'])).toContain('hunter2');
  });
});

describe('the demo', () => {
  test('says so on every card, once', async () => {
    const { ears } = sampleRouter({ demo: 'clinic' });
    for (const c of commands.filter((x) => !('changes' in x))) {
      const words = wordsOf(await ears.hear(event(c.examples[0], people.olga)));
      expect(words.match(/Demo account: a made-up clinic; nothing here is real\./g)?.length, c.name).toBe(2);
    }
  });
  test('a real account does not', async () => {
    const { ears } = sampleRouter();
    expect(wordsOf(await ears.hear(event('status', people.vera)))).not.toContain('Demo account');
  });
});

test('forms and their problems know the limits of the configuration', () => {
  const { ears } = sampleRouter({ limits: { acknowledgeMaxDays: 14, acceptMaxDays: 30 } });
  expect(ears.problems('ack F-7K3QX for:15d because x')).toEqual({
    for: '“for” may not be more than 14 days.',
  });
  expect(ears.form('ack F-7K3QX')?.fields).toHaveLength(2);
});
