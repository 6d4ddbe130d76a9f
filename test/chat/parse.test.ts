import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Arg, arg, type Spoken } from '../../src/chat/arguments.ts';
import { withoutControls } from '../../src/chat/clean.ts';
import { answered } from '../../src/chat/form.ts';
import { parse, says } from '../../src/chat/parse.ts';
import { now } from '../kit/sample-findings.ts';
import { babble, pick, random } from '../kit/sample-words.ts';

const ask = (line: string) => parse(line, commands, now);
const valuesOf = (line: string) => {
  const parsed = ask(line);
  if (!parsed.ok) throw new Error(`${line}: ${parsed.says}`);
  return parsed.values;
};
const day = 86_400_000;

describe('one grammar', () => {
  const filters = { severity: 'high', account: ['prod'], control: ['164.312'], age: 7 * day, page: 2 };
  for (const line of [
    'findings severity>=high account:prod control:164.312 age>7d page:2',
    'findings --severity high --account prod --control 164.312 --age 7d --page 2',
    'findings --severity=high --account=prod --control=164.312 --age=7d --page=2',
    'findings severity:high account=prod control:"164.312" age:1w page:2',
    'findings severity >= high account : prod control= 164.312 age > 7d page :2',
    'findings severity ≥ high account prod control 164.312 age 168h page 2',
    'findings severity=>HIGH account:prod control:164.312 age>7d page:2',
    '/hipaa findings severity&gt;=high account:prod control:164.312 age&gt;7d page:2',
    '  FINDINGS\u00a0severity>=high\u00a0account:prod\u2003control:164.312 age>7d page:2  ',
    'findings —severity high –account prod ——control 164.312 —age=7d —page 2',
    'findings severity>=“high” account:‘prod’ control:`164.312` age>"7d" page:”2“',
    '<@U0BOT> findings severity>=high account:prod control:164.312 age>7d page:2',
    '/hipaa-dev findings severity>=high account:prod control:164.312 age>7d page:2',
    'find\u200bings severity>=high account:pr\u0000od control:164.312 age>7d page:2',
  ])
    test(line, () => expect(valuesOf(line)).toMatchObject(filters));

  const ack = { finding: 'F-7K3QX', for: 2 * day, reason: 'it is fine' };
  for (const line of [
    'ack F-7K3QX for 2d because it is fine',
    'ack F-7K3QX --for 2d --reason it is fine',
    'ack F-7K3QX for:2d reason: it is fine',
    'ack F-7K3QX reason:it is fine for:2d',
    'ack F-7K3QX because it is fine —for 2d',
    'ack F-7K3QX “it is fine” for 2d',
    "ack F-7K3QX 'it is fine' for:2 days".replace('2 days', '2days'),
    'ack for:2d F-7K3QX it is fine',
    'ack F-7K3QX 2d because it is fine',
    'ack F-7K3QX 2d it is fine',
    'ack F-7K3QX for 2 days because it is fine',
    'ack F-7K3QX 2 days it is fine',
    'ack F-7K3QX because it is fine --for 2 days',
    'ack `F-7K3QX` for 48h reason:"it is fine"',
  ])
    test(line, () => expect(valuesOf(line)).toEqual(ack));

  test.each([
    ['it’s the vendor’s job', 'ack F-7K3QX because it’s the vendor’s job'],
    ["it's 'quoted' inside", "ack F-7K3QX because it's 'quoted' inside"],
    [
      'see https://x.example/a?b=c for details',
      'ack F-7K3QX because see https://x.example/a?b=c for details',
    ],
    ['see the ticket', 'ack F-7K3QX because see <https://x.example|the ticket>'],
    ['ask @channel and <@U1>', 'ack F-7K3QX because ask <!channel> and <@U1|ann>'],
    ['a < b & c', 'ack F-7K3QX because a &lt; b &amp; c'],
    ['note: keep', 'ack F-7K3QX because note: keep'],
    ['say "hi"', 'ack F-7K3QX reason:"say \\"hi\\""'],
    ['back\\slash', 'ack F-7K3QX reason:"back\\\\slash"'],
    ['two\nlines', 'ack F-7K3QX reason:"two\nlines"'],
  ])('reason %j', (reason, line) => expect(valuesOf(line)['reason']).toBe(reason));

  test('two texts, each until the other begins', () => {
    const values = valuesOf('accept F-7K3QX until 2027-01-31 because a b control: c d');
    expect(values).toMatchObject({ reason: 'a b', control: 'c d', until: '2027-01-31T23:59:59.999Z' });
  });
  test('“because” ends another text, unless the reason is given by name', () => {
    expect(valuesOf('accept F-7K3QX until:30d control:a b because c d')).toMatchObject({
      control: 'a b',
      reason: 'c d',
    });
    const named = valuesOf('accept F-7K3QX until:30d control:a because b reason:c');
    expect(named).toMatchObject({ control: 'a because b', reason: 'c' });
  });
  test('without a time, the reason begins at once', () => {
    expect(valuesOf('ack F-7K3QX the vendor fixes 2d')).toEqual({
      finding: 'F-7K3QX',
      reason: 'the vendor fixes 2d',
    });
  });
  test.each([
    ['the vendor fixes 5x', 'ack F-7K3QX the vendor fixes 5x'],
    ['5x slower without it', 'ack F-7K3QX because 5x slower without it'],
    ['5x slower', 'ack F-7K3QX "5x slower"'],
    ['3 buckets move', 'ack F-7K3QX 3 buckets move for:7d'],
  ])('a number in the reason %j is no time', (reason, line) => expect(valuesOf(line)['reason']).toBe(reason));
  test('a list may repeat, and may be joined', () => {
    expect(valuesOf('findings account:a,b account:"c, d"')['account']).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a mention is a person', () =>
    expect(valuesOf('assign F-7K3QX <@U123|ann>')['owner']).toBe('<@U123>'));
  test('nothing said asks for help', () =>
    expect(ask('/hipaa')).toMatchObject({ ok: true, command: { name: 'help' } }));
  test('a flag', () => expect(valuesOf('show F-7K3QX --share')['share']).toBe(true));
  test('a flag turned off', () => expect(valuesOf('show F-7K3QX share:no')['share']).toBe(false));
  test('a name that is a word of another language does not reach its prototype', () => {
    for (const word of ['constructor', '__proto__', 'toString'])
      expect(ask(`findings ${word}:x --${word} y`)).toMatchObject({ ok: false });
  });
});

describe('time', () => {
  test.each([
    ['30m', 30 * 60_000],
    ['30min', 30 * 60_000],
    ['12h', day / 2],
    ['7d', 7 * day],
    ['2w', 14 * day],
    ['3mo', 90 * day],
    ['3months', 90 * day],
    ['1y', 365 * day],
    ['1w2d', 9 * day],
    ['1.5d', 1.5 * day],
  ])('age>%s', (typed, ms) => expect(valuesOf(`findings age>${typed}`)['age']).toBe(ms));
  test.each([
    ['2027-01-31', '2027-01-31T23:59:59.999Z'],
    ['30d', '2026-12-20T23:59:59.999Z'],
    ['3m', '2027-02-18T23:59:59.999Z'],
    ['today', '2026-11-20T23:59:59.999Z'],
    ['tomorrow', '2026-11-21T23:59:59.999Z'],
    ['2027-01-31T08:00Z', '2027-01-31T08:00:00.000Z'],
  ])('until:%s', (typed, at) =>
    expect(valuesOf(`accept F-7K3QX until:${typed} control:x because y`)['until']).toBe(at),
  );
  test.each(['7', 'd', '7x', '-7d', '7d8', '1e3d', '99999999d', ''])('no length of time: %j', (typed) =>
    expect(ask(`findings age>"${typed}"`)).toMatchObject({ ok: false }),
  );
});

describe('what is not understood', () => {
  test.each([
    ['fnidings', 'findings'],
    ['find', 'findings'],
    ['findings-list severity>=high', 'findings severity>=high'],
    ['akc F-7K3QX because x', 'ack F-7K3QX because x'],
    ['acknowledge F-7K3QX because x', 'ack F-7K3QX because x'],
    ['findings severty>=high page:2', 'findings severity>=high page:2'],
    ['findings --acount prod', 'findings --account prod'],
    ['findings severity>=hihg', 'findings severity>=high'],
    ['findings severity>=crit', 'findings severity>=critical'],
    ['findings account>prod', 'findings account:prod'],
    ['findings critical', 'findings severity>=critical'],
    ['findings severity=low', 'findings severity>=low'],
    ['findings severity>high page:2', 'findings severity>=high page:2'],
    ['findings severity > high', 'findings severity>= high'],
    ['findings severity>"high"', 'findings severity>="high"'],
    ['findings severity= high', 'findings severity>= high'],
    ['scan cancle', 'scan cancel'],
    ['audit exprot', 'audit export'],
    ['ack F-7K3QX fro:7d because x', 'ack F-7K3QX for:7d because x'],
  ])('%s → %s', (line, didYouMean) => expect(ask(line)).toMatchObject({ ok: false, didYouMean }));

  test.each([
    ['xyzzy', /no command “xyzzy”/],
    ['ack', /still needs “finding”: .*For example: ack F-7K3QX/],
    ['ack F-7K3QX', /still needs “reason”: why it may wait/],
    ['ack F-7K3QX because', /still needs “reason”/],
    ['ack F-7K3QX because x for:', /“for” has no value/],
    ['ack F-7K3QX because x --for', /“for” has no value/],
    ['ack F-7K3QX because x for:7d for:8d', /“for” is given twice/],
    ['ack F-7K3QX because x for:30min', /may not be less than 1 hour/],
    ['ack F-7K3QX 91d because x', /may not be more than 90 days/],
    ['ack F-7K3QX because x for:91d', /may not be more than 90 days/],
    [`ack F-7K3QX because ${'x'.repeat(501)}`, /“reason” may hold 500 characters; this one has 501/],
    ['ack F-7K3QX because "x', /quotation mark is opened and never closed/],
    ['ack F-7K3QX -1d because neg', /^“-1d” is not a length of time/],
    ['ack F-7K3QX 5x because what', /^“5x” is not a length of time such as 12h, 7d, 2w or 6mo\.$/],
    ['ack F-7K3QX 7dd because what', /^“7dd” is not a length of time/],
    ['ack F-7K3QX soon because what', /^“soon” is not a length of time/],
    ['ack F-7K3QX for:3m because x', /may not be less than 1 hour: m is minutes; 3mo is three months/],
    ['ack F-7K3QX 3m because x', /m is minutes; 3mo is three months/],
    ['audit frobnicate', /^“frobnicate” is not an action/],
    ['findings severity=low', /“severity” cannot be asked with “=”/],
    ['findings severity>high', /“severity” cannot be asked with “>”/],
    ['findings severity<=low', /“severity” cannot be asked with “<=”. Write severity>=… instead/],
    ['findings page:0', /may not be less than 1/],
    ['findings page:two', /not a whole number/],
    ['findings sort:asc', /findings has no “sort”/],
    ['findings "high" please', /does not know what to do with “high”/],
    [`findings resource:${'x'.repeat(4000)}`, /a command may have 4000/],
  ])('%s', (line, message) => {
    const parsed = ask(line);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.says).toMatch(message);
  });
  test('exactly 4,000 characters are read', () => {
    const line = `findings account:${'x,'.repeat(140)}`.padEnd(4000, ' ');
    expect(ask(line)).toMatchObject({ ok: true });
    expect(ask(`${line} `)).toMatchObject({ ok: false });
  });
});

test('whatever is said, parsing never throws, and a refusal is one sentence or two', () => {
  for (let seed = 0; seed < 4000; seed++) {
    const next = random(seed);
    const line = next() < 0.5 ? babble(next) : `${pick(next, commands).name} ${babble(next)}`;
    const parsed = ask(line);
    if (!parsed.ok) {
      expect(parsed.says, line).toMatch(/[.?…]$|For example: /);
      expect(parsed.says.length, line).toBeLessThan(400);
    } else {
      // What was understood can be said again.
      const again = ask(says(parsed.command, parsed.values));
      expect(again, line).toMatchObject({ ok: true, values: parsed.values });
    }
  }
});

const everyKind: Spoken = {
  name: 'sample',
  summary: 'Has one of everything.',
  examples: ['sample a b'],
  role: 'viewer',
  args: {
    first: arg.word('a word').required,
    second: arg.word('another', { after: ['with'] }).optional,
    number: arg.number('a number').named,
    flag: arg.flag('a flag'),
    choice: arg.choice('a choice', ['one', 'two', 'Three']),
    for: arg.duration('a time', { after: ['for'], atLeast: '>' }).named,
    until: arg.date('a date', { after: ['until'] }).named,
    owner: arg.person('a person').named,
    names: arg.list('names'),
    reason: arg.rest('a text', { after: ['because'] }).optional,
    other: arg.rest('another text').named,
  },
};

function someValue(a: Arg, next: () => number): unknown {
  const text = () => withoutControls(babble(next, 6)).slice(0, 250).trim() || 'x';
  switch (a.kind) {
    case 'word':
    case 'rest':
      return text();
    case 'number':
      return Math.floor(next() * 1000);
    case 'flag':
      return true;
    case 'choice':
      return pick(next, a.choices ?? []);
    case 'duration':
      return (Math.floor(next() * 100_000) + 1) * 60_000;
    case 'date':
      return `${2027 + Math.floor(next() * 50)}-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}T23:59:59.999Z`;
    case 'person':
      return pick(next, ['me', '@ann', '<@U123>', '@ann smith', 'U1']);
    case 'list':
      return Array.from(
        { length: 1 + Math.floor(next() * 3) },
        () => text().replace(/,/g, ' ').trim() || 'x',
      ).map((item) => item.slice(0, 60).trim());
  }
}

test('what a button says is read back to the same values', () => {
  for (let seed = 0; seed < 4000; seed++) {
    const next = random(seed);
    const values: Record<string, unknown> = { flag: false, names: [] };
    for (const [name, a] of Object.entries(everyKind.args))
      if (a.required || next() < 0.5) values[name] = someValue(a, next);
    const line = says(everyKind, values);
    expect(parse(line, [everyKind], now), `seed ${seed}: ${line}`).toEqual({
      ok: true,
      command: everyKind,
      values,
    });
  }
});

test("a form's answers are read back as they were given", () => {
  for (let seed = 0; seed < 1000; seed++) {
    const next = random(seed);
    const reason = withoutControls(babble(next, 6)).trim() || 'x';
    const line = answered('ack F-7K3QX', { for: '7d', reason });
    expect(parse(line, commands, now), line).toMatchObject({ ok: true, values: { reason, for: 7 * day } });
  }
});
