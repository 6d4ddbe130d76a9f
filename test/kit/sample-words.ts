/** Random numbers that are the same in every run: a failure names its seed. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(next: () => number, from: readonly T[]): T =>
  from[Math.floor(next() * from.length)] as T;

/** Pieces that have broken parsers before. */
export const pieces = [
  'F-7K3QX',
  'ack',
  'findings',
  'for',
  'because',
  'until',
  'to',
  'me',
  'reason',
  'severity',
  '--for',
  '—for',
  '–reason',
  '--',
  '-',
  '>=',
  '<=',
  '≥',
  '=',
  ':',
  'for:',
  'for:7d',
  'severity>=high',
  'account:',
  'age>7d',
  '"',
  "'",
  '`',
  '“',
  '”',
  '‘',
  '’',
  '\\',
  '\\"',
  '\\\\',
  '<@U123|ann>',
  '<@U123>',
  '<!channel>',
  '<https://a.b|text>',
  '&lt;',
  '&gt;',
  '&amp;',
  '&amp;lt;',
  '\u00a0',
  '\n',
  '\t',
  ' ',
  '  ',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u200b',
  '😀',
  'é',
  'مرحبا',
  '123-45-6789',
  'a,b',
  ',',
  '$(rm -rf)',
  '../..',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '/hipaa',
  'x'.repeat(50),
];

/** A line of such pieces, glued or apart. */
export function babble(next: () => number, most = 12): string {
  let out = '';
  const n = Math.floor(next() * most) + 1;
  for (let i = 0; i < n; i++) out += pick(next, pieces) + (next() < 0.6 ? ' ' : '');
  return out;
}
