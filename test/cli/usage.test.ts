import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '#commands';
import { lineOf } from '../../src/chat/console/one-shot.ts';
import { parse } from '../../src/chat/parse.ts';
import { atTerminal } from '../../src/cli/usage.ts';
import { folder } from '../story/kit/hipaa.ts';

const cwd = folder();
const now = new Date('2026-11-20T12:00:00Z');
const wordsOf = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8', cwd })
    .split('\0')
    .slice(0, -1);
const examples = commands.flatMap((c) => c.examples);

test.each(examples)('%s, pasted into a shell, is the same command', (example) => {
  const [program, ...words] = wordsOf(atTerminal(example));
  expect(program).toBe('hipaa');
  expect(parse(lineOf(words, commands, now), commands, now)).toEqual(parse(example, commands, now));
  expect(existsSync(`${cwd}/=high`)).toBe(false);
});

test.each([
  ['/hipaa findings severity>=high', "hipaa findings 'severity>=high'"],
  ['findings age>7d control:164.312(b)', "hipaa findings 'age>7d' 'control:164.312(b)'"],
  ['ack F-1 reason:"a & b; c|d"', "hipaa ack F-1 'reason:a & b; c|d'"],
  ["ack F-1 because it's <so>", "hipaa ack F-1 because 'it'\\''s' '<so>'"],
])('%s', (example, line) => expect(atTerminal(example)).toBe(line));
