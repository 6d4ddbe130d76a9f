import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { type ConsoleOptions, createConsole } from '../../../src/chat/console/adapter.ts';
import { lineOf, oneShot } from '../../../src/chat/console/one-shot.ts';
import type { Message } from '../../../src/domain/message.ts';
import type { Actor } from '../../../src/domain/people.ts';
import { now } from '../../kit/sample-findings.ts';
import { people } from '../../kit/sample-people.ts';
import type { Samples } from '../../kit/sample-services.ts';
import { sampleRouter } from '../../kit/test-command.ts';

const here = (actor: Actor): Actor => ({ ...actor, platform: 'terminal', team: 'local' });
const [ann, vera, olga] = [here(people.ann), here(people.vera), here(people.olga)];

function sitDown(options: Partial<ConsoleOptions> = {}, samples: Samples = {}) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 120, rows: 60 });
  let written = '';
  output.on('data', (chunk) => {
    written += chunk;
  });
  const { ears, services } = sampleRouter(samples);
  const console = createConsole({ input, output, people: [ann, vera, olga], ...options });
  return {
    input,
    output,
    ears,
    services,
    console,
    raw: () => written,
    text: () => stripVTControlCharacters(written),
  };
}

/** A whole script through a pipe. */
async function script(
  lines: readonly string[],
  options: Partial<ConsoleOptions> = {},
  samples: Samples = {},
) {
  const seat = sitDown(options, samples);
  await seat.console.start(seat.ears);
  seat.input.end(lines.map((l) => `${l}\n`).join(''));
  await seat.console.closed;
  return seat;
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const wide: Message = { text: 'Done.', blocks: [{ kind: 'text', text: 'Done.' }] };
const card = (text: string, label = 'Cancel scan'): Message => ({
  text: `${text}.`,
  blocks: [
    { kind: 'progress', done: 1, total: 2, label: `${text}.` },
    { kind: 'buttons', buttons: [{ label, says: 'scan cancel' }] },
  ],
});
const channel = { platform: 'terminal', team: 'local', id: 'alerts' } as const;

describe('through a pipe', () => {
  test('lines are answered in order, and the end of input is the end', async () => {
    const { text } = await script(['whoami', 'findings severity>=high']);
    expect(text()).toMatch(/ann> whoami\n.*Ann only.*ann> findings severity>=high\n.*2 open findings/s);
  });
  test('a number presses a button', async () => {
    const { text } = await script(['findings', '1']);
    expect(text()).toMatch(/\[1\] Show F-XWPCE.*ann> 1\n.*F-XWPCE clinic-imaging/s);
  });
  test('each reply numbers its buttons from 1', async () => {
    const { text } = await script(['findings', 'findings']);
    expect(text().match(/\[1\] Show/g)).toHaveLength(2);
  });
  test('a button that asks opens its form, and asks again for what is wrong', async () => {
    const { text, services } = await script(['show F-7K3QX', '1', '200d', '', '2d', 'the vendor fixes it']);
    expect(text()).toMatch(/\[1\] Acknowledge …/);
    expect(text()).toMatch(/For how long: “for” may not be more than 90 days\.\nReason: This is needed\./);
    expect(text()).toContain('You acknowledged F-7K3QX until 22 November 2026.');
    expect(services.done).toEqual(['acknowledged F-7K3QX by Ann']);
  });
  test('an empty answer takes what is usual', async () => {
    const { text } = await script(['show F-7K3QX', '1', '', 'x']);
    expect(text()).toContain('until 27 November 2026');
  });
  test('a form can be left', async () => {
    const { text, services } = await script(['show F-7K3QX', '1', 'cancel', 'whoami']);
    expect(text()).toMatch(/Cancelled: nothing was done\..*ann> whoami/s);
    expect(services.done).toEqual([]);
  });
  test('the input ends inside a form', async () => {
    const { services } = await script(['show F-7K3QX', '1', '2d']);
    expect(services.done).toEqual([]);
  });
  test('a half-typed line is refused, not answered with the lines that follow', async () => {
    const { text } = await script(['ack F-7K3QX', 'whoami']);
    expect(text()).toMatch(/still needs “reason”.*You can say/s);
  });
  test('a danger is confirmed', async () => {
    const seat = sitDown({}, { running: true });
    await seat.console.start(seat.ears);
    const message = {
      ...card('Running'),
      blocks: [
        {
          kind: 'buttons' as const,
          buttons: [{ label: 'Cancel scan', says: 'scan cancel', confirm: 'Stop this scan?' }],
        },
      ],
    };
    await seat.console.post(channel, message, 'k');
    seat.input.end('1\nno\n1\nyes\n');
    await seat.console.closed;
    expect(seat.text()).toMatch(
      /Stop this scan\? \(yes or no\): no\nNothing was done\..*yes\n.*S-2 of everything was cancelled/s,
    );
  });
  test('another person has other roles', async () => {
    const { text, services } = await script([
      'as vera',
      'ack F-7K3QX because x',
      'as olag',
      'as',
      'as Olga',
      'whoami',
    ]);
    expect(text()).toMatch(/vera> ack F-7K3QX because x\n.*You need the role responder/s);
    expect(text()).toContain('Nobody here is called “olag”. Did you mean “as Olga”?');
    expect(text()).toMatch(/olga> whoami\n.*officer/s);
    expect(services.refused).toMatchObject([{ by: 'Vera' }]);
  });
  test('the buttons of one person are not those of the next', async () => {
    const { text } = await script(['findings', 'as vera', '1']);
    expect(text()).toContain('There is no button 1 now.');
  });
  test('quit leaves, and what follows is not heard', async () => {
    const { text } = await script(['quit', 'whoami']);
    expect(text()).toContain('ann> quit');
    expect(text()).not.toContain('known here as');
  });
  test('an attachment is written out, or kept where it is told', async () => {
    expect((await script(['policy'])).text()).toContain('{"Version":"2012-10-17"}');
    const kept = await script(['policy'], { save: async (a) => `/tmp/${a.name}` });
    expect(kept.text()).toContain('Saved as /tmp/hipaa-scan-policy.json.');
  });
  test.each([
    ['is mentioned', {}, /\(key\.png is a picture, and is not shown here\.\)/],
    ['is kept where it is told', { save: async () => '/tmp/key.png' }, /Saved as \/tmp\/key\.png\./],
  ] as const)('a picture %s, and its bytes are not written out', async (_how, options, says) => {
    const seat = sitDown(options);
    const picture = {
      name: 'key.png',
      mediaType: 'image/png',
      text: 'iVBORw0KGgo=',
      encoding: 'base64',
    } as const;
    await seat.console.start({ ...seat.ears, hear: async () => ({ ...wide, attachment: picture }) });
    seat.input.end('enrol\n');
    await seat.console.closed;
    expect(seat.text()).toMatch(says);
    expect(seat.text()).not.toContain('iVBOR');
  });
  test('no colours, and nothing moves a cursor', async () => {
    expect((await script(['status', 'findings', 'digest'])).raw()).not.toContain('\u001b');
  });
  test('the reader of the output goes away', async () => {
    const seat = sitDown();
    await seat.console.start(seat.ears);
    seat.output.destroy(new Error('EPIPE'));
    await settle();
    seat.input.end('findings\nfindings\n');
    await seat.console.closed;
    expect(seat.console.healthy()).toBe(false);
    expect(await seat.console.post(channel, wide, 'k')).toMatchObject({ outcome: 'sent' });
  });
  test('an empty line and an empty input do nothing', async () => {
    expect((await script(['', '   '])).text().replace(/ann> *\n/g, '')).toBe('');
    expect((await script([])).text()).toBe('');
  });
});

describe('news', () => {
  test('is shown as seen by everybody, and its buttons count on', async () => {
    const seat = sitDown({}, { running: true });
    await seat.console.start(seat.ears);
    seat.input.write('findings\n');
    await settle();
    const buttons = Math.max(...[...seat.text().matchAll(/\[(\d+)\]/g)].map((m) => Number(m[1])));
    const sent = await seat.console.post(channel, card('Running'), 'k1');
    expect(seat.text()).toContain('to everybody in alerts');
    expect(seat.text()).toContain(`[${buttons + 1}] Cancel scan`);
    const ref = sent.outcome === 'sent' ? sent.ref : null;
    expect(await seat.console.find(channel, 'k1', '')).toEqual(ref);
    expect(await seat.console.find(channel, 'k2', '')).toBeNull();
    // Not a terminal: the new state is a line, until it is the last one.
    expect(ref && (await seat.console.update(ref, card('Half way')))).toMatchObject({ outcome: 'sent' });
    expect(seat.text()).toMatch(/Updated: Half way\.\n/);
    seat.input.end(`${buttons + 1}\n`);
    await seat.console.closed;
    expect(seat.text()).toContain('was cancelled');
  });
  test('that has ended is shown whole, and its buttons press nothing any more', async () => {
    const seat = sitDown({}, { running: true });
    await seat.console.start(seat.ears);
    const sent = await seat.console.post(channel, card('Running'), 'k1');
    if (sent.outcome === 'sent' && sent.ref) await seat.console.update(sent.ref, wide);
    expect(seat.text()).toMatch(/to everybody in alerts —\nDone\./);
    seat.input.end('1\n');
    await seat.console.closed;
    expect(seat.text()).toContain('There is no button 1 now.');
  });
  test('of an earlier run is gone', async () => {
    const seat = sitDown();
    const ref = { platform: 'terminal', team: 'local', channel: 'alerts', id: 'earlier:1' } as const;
    expect(await seat.console.update(ref, wide)).toEqual({ outcome: 'gone' });
  });
});

describe('at a keyboard', () => {
  const keyboard = { terminal: true, color: false };
  test('news draws over itself while it is last, and keeps what is half typed', async () => {
    const seat = sitDown(keyboard, { running: true });
    await seat.console.start(seat.ears);
    const sent = await seat.console.post(channel, card('Running'), 'k1');
    const ref = sent.outcome === 'sent' ? sent.ref : null;
    if (!ref) throw new Error('no ref');
    seat.input.write('fin');
    await settle();
    const before = seat.raw().length;
    await seat.console.update(ref, card('Half way'));
    const drawn = seat.raw().slice(before);
    expect(drawn).toContain('Half way');
    expect(drawn).not.toContain('Updated:');
    // Up over its lines, and everything below cleared.
    expect(drawn).toContain('\u001b[6A');
    expect(stripVTControlCharacters(drawn)).toMatch(/ann> fin$/);
    expect(drawn).toContain('[1] Cancel scan');
    seat.input.write('dings\r');
    await settle();
    const after = seat.raw().length;
    await seat.console.update(ref, card('Nearly done'));
    expect(stripVTControlCharacters(seat.raw().slice(after))).toContain('Updated: Nearly done.');
    await seat.console.stop();
  });
  test('a half-typed line opens its form', async () => {
    const seat = sitDown(keyboard);
    await seat.console.start(seat.ears);
    for (const line of ['ack F-7K3QX', '', 'the vendor fixes it', 'quit']) {
      seat.input.write(`${line}\r`);
      await settle();
    }
    await seat.console.closed;
    expect(seat.text()).toContain('Acknowledge a finding.');
    expect(seat.services.done).toEqual(['acknowledged F-7K3QX by Ann']);
  });
  test('Ctrl-C leaves a form, and then the terminal', async () => {
    const seat = sitDown(keyboard);
    await seat.console.start(seat.ears);
    seat.input.write('ack F-7K3QX\r');
    await settle();
    seat.input.write('\u0003');
    await settle();
    expect(seat.text()).toContain('Cancelled: nothing was done.');
    seat.input.write('whoami\r');
    await settle();
    expect(seat.text()).toContain('terminal:local:UANN');
    seat.input.write('\u0003');
    await seat.console.closed;
    expect(seat.services.done).toEqual([]);
  });
  test('colours are asked for', async () => {
    const seat = sitDown({ terminal: true, color: true });
    await seat.console.start(seat.ears);
    seat.input.write('show F-7K3QX\r');
    await settle();
    expect(seat.raw()).toContain('\u001b[33m');
    await seat.console.stop();
  });
});

describe('one line', () => {
  test.each([
    [['findings', 'severity>=high'], 'findings severity>=high'],
    [['ack', 'F-7K3QX', '--reason', 'it is "fine"'], 'ack F-7K3QX reason:"it is \\"fine\\""'],
    [['ack', 'F-7K3QX', '--reason=it is fine'], 'ack F-7K3QX --reason="it is fine"'],
    [['ack', 'F-7K3QX', 'reason:it is fine'], 'ack F-7K3QX reason:"it is fine"'],
    [['ack', 'F-7K3QX', 'because', "it's"], "ack F-7K3QX because it's"],
  ])('%j', (words, line) => expect(lineOf(words, commands, now)).toBe(line));
  test('is answered once, with how to exit', async () => {
    const say = oneShot(sampleRouter().ears, ann);
    expect((await say('findings')).exit).toBeUndefined();
    expect((await say('findigns')).exit).toBe(2);
    expect((await say('accept F-7K3QX until:30d because x control:y')).exit).toBe(1);
  });
});
