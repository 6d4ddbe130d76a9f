import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { redacted } from '#src/log';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a program that logs these lines writes to standard error. */
function logged(lines: string): string {
  const program = `import { createLog } from './src/log.ts'; const log = createLog('info', false); ${lines}`;
  const { stderr } = spawnSync('node', ['--input-type=module', '-e', program], {
    cwd: root,
    encoding: 'utf8',
  });
  return stderr;
}

describe('the log', () => {
  test('is one JSON document a line', () => {
    const [first] = logged("log.info({ scan: 'S-1' }, 'scan ended');").split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ app: 'hipaa', scan: 'S-1', msg: 'scan ended' });
  });

  test.each([
    ['a token by its name', "log.info({ slack: { token: 'xoxb-12-34-secret' } }, 'x')", 'secret'],
    ['credentials', "log.info({ credentials: { secretAccessKey: 'wJalrXUtn' } }, 'x')", 'wJalrXUtn'],
    ['an external id', "log.warn({ externalId: 'long-random' }, 'x')", 'long-random'],
    ['a token in a sentence', "log.error({}, 'refused xoxb-12-34-secret here')", '12-34-secret'],
    [
      'an access key in an error',
      "log.error({ err: new Error('bad AKIAIOSFODNN7EXAMPLE') }, 'x')",
      'AKIAIOSFODNN7',
    ],
    ['an app token in a stack', "log.error({ err: new Error('xapp-1-A-2-deadbeef') }, 'x')", 'deadbeef'],
  ])('never holds %s', (_what, line, secret) => {
    const text = logged(`${line};`);
    expect(text).toContain('[redacted]');
    expect(text).not.toContain(secret);
  });

  test('keeps the class and code of an error', () => {
    const text = logged("log.error({ err: Object.assign(new TypeError('no'), { code: 'E1' }) }, 'x');");
    expect(JSON.parse(text.split('\n')[0] ?? '').err).toMatchObject({
      type: 'TypeError',
      message: 'no',
      code: 'E1',
    });
  });
});

test.each([
  ['https://hooks.slack.com/services/T1/B2/C3 failed', '[redacted] failed'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, clean) => {
  expect(redacted(text)).toBe(clean);
});
