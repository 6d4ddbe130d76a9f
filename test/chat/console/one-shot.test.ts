import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { lineOf } from '../../../src/chat/console/one-shot.ts';
import { parse } from '../../../src/chat/parse.ts';
import { now } from '../../kit/sample-findings.ts';

const valuesOf = (words: readonly string[]) => {
  const parsed = parse(lineOf(words, commands, now), commands, now);
  if (!parsed.ok) throw new Error(parsed.says);
  return parsed.values;
};
const week = 7 * 86_400_000;

describe('the words of a command line', () => {
  test.each([
    ["the vendor delivers it's done", ['7d', 'because', 'the', 'vendor', 'delivers', "it's", 'done']],
    ['the ward moves', ['7d', 'because', 'the ward', 'moves']],
    ['it is the ward moves', ['7d', 'it', 'is', 'the ward', 'moves']],
    ['ward moves', ['7d', 'because ward moves']],
    ['because I say so', ['7d', 'because', 'because I say so']],
    ['ward moves', ['7 days', 'because', 'ward', 'moves']],
    ['the ward moves', ['7 days', 'because', 'the ward', 'moves']],
    ['say "hi" to them', ['7d', 'because', 'say', '"hi"', 'to them']],
    ["'tis 'quoted'", ['7d', 'because', "'tis", "'quoted'"]],
    ["it's the ward", ["reason:it's the ward", '--for', '7d']],
    ['the "ward"', ['--for=7d', '--reason', 'the', '"ward"']],
    ['back\\slash `x`', ['7d', 'because', 'back\\slash', '`x`']],
  ])('are stored as typed: %s', (reason, words) =>
    expect(valuesOf(['ack', 'F-7K3QX', ...words])).toEqual({ finding: 'F-7K3QX', for: week, reason }),
  );
  test('what is a name stays one', () => {
    expect(valuesOf(['findings', 'severity>=high', 'resource:a b'])).toMatchObject({
      severity: 'high',
      resource: 'a b',
    });
    expect(valuesOf(['assign', 'F-7K3QX', '@ann smith'])['owner']).toBe('@ann smith');
  });
  test('two texts', () =>
    expect(
      valuesOf(['accept', 'F-7K3QX', 'until:30d', 'because', "it's", 'old', 'x y', 'control:a b']),
    ).toMatchObject({ reason: "it's old x y", control: 'a b' }));
});
