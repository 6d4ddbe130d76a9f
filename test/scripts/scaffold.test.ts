import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Copy, copyOfProject } from './copy.ts';

/** A control of data/controls.json that has no check and a reason for it, of a service that has none at all. */
const id = 'aws/breach/clock';
const written = {
  check: [`checks/${id}.ts`, `test/checks/${id}.test.ts`],
  command: ['commands/ponder.ts', 'test/commands/ponder.test.ts'],
};

let copy: Copy;
const said: Record<string, ReturnType<Copy['run']>> = {};
beforeAll(() => {
  copy = copyOfProject();
  said['check'] = copy.run('node', 'scripts/new-check.ts', id);
  said['command'] = copy.run('node', 'scripts/new-command.ts', 'ponder');
});
afterAll(() => copy.remove());

test.each(['check', 'command'] as const)(
  'a new %s: file, table of tests, and its place on the roll',
  (what) => {
    expect(said[what]).toMatchObject({ status: 0 });
    for (const path of written[what]) expect(copy.has(path), path).toBe(true);
    expect(copy.run('node', 'scripts/roll.ts', '--check')).toEqual({ status: 0, said: '' });
  },
);

test('a new check takes severity and citations from its control', () => {
  const text = copy.read(`checks/${id}.ts`);
  expect(text).toContain(`id: '${id}'`);
  expect(text).toContain("severity: 'high'");
  expect(text).toContain("controls: ['164.404(b)', '164.408', '164.410']");
  expect(said['check']?.said).toContain(
    'its control: Confirmed PHI exposure starts the 60-day notification clock',
  );
});

test('what is written compiles and is well formed', () => {
  const files = [...written.check, ...written.command, 'checks/index.ts', 'commands/index.ts'];
  const errors = copy.run('tsc', '--noEmit').said.split('\n');
  expect(errors.filter((line) => files.some((file) => line.startsWith(file)))).toEqual([]);
  expect(copy.run('biome', 'check', ...files.filter((f) => !f.endsWith('index.ts')))).toMatchObject({
    status: 0,
  });
});

test('the table of a new check is red until it is filled', () => {
  const { status, said } = copy.run('vitest', 'run', `test/checks/${id}.test.ts`);
  expect(status).not.toBe(0);
  expect(said).toMatch(/was asked without its fact/);
});

test('the table of a new command holds', () => {
  const { status, said } = copy.run('vitest', 'run', 'test/commands/ponder.test.ts');
  expect(said).toMatch(/\d+ passed, 0 failed/);
  expect(status).toBe(0);
});

describe('refuses with a sentence, and writes nothing', () => {
  test.each([
    [[], /^Name it by provider, service and the noun in question/],
    [['bucket-foo'], /^"bucket-foo" is not provider\/service\/noun/],
    [['aws/s3/Bucket'], /^"aws\/s3\/Bucket" is not/],
    [['aws/s3/../../x'], /is not provider/],
    [['aws/s3/ensure-x'], /without "ensure" or "no"/],
    [['aws/s3/bucket-versioning'], /^There is a check aws\/s3\/bucket-versioning already/],
  ])('new:check %j', (args, sentence) => {
    const roll = copy.read('checks/index.ts');
    const { status, said } = copy.run('node', 'scripts/new-check.ts', ...args);
    expect(said).toMatch(sentence);
    expect(status).toBe(2);
    expect(copy.read('checks/index.ts')).toBe(roll);
  });

  test.each([
    [[], /^Name it by the verb that people say/],
    [['Fix'], /^"Fix" is not a verb/],
    [['../x'], /is not a verb/],
    [['index'], /is the roll/],
    [['ponder'], /^There is a command ponder already/],
  ])('new:command %j', (args, sentence) => {
    const { status, said } = copy.run('node', 'scripts/new-command.ts', ...args);
    expect(said).toMatch(sentence);
    expect(status).toBe(2);
  });
});
