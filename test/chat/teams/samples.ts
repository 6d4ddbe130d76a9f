import type { Block, Message, Span, Text } from '#src/domain/message';

/** A repeatable source of chance: a failing message can be made again from its seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Names that clouds and people really allow, and that want to be more than a name. */
export const hostile: readonly string[] = [
  '<at>Everyone</at>',
  '<at',
  '>Everyone</at>',
  '<at id="0">General</at>',
  '**bold** _italic_ ~~strike~~ `code`',
  '[Sign in again](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '&lt;at&gt;Everyone&lt;/at&gt; &amp; &#60;',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '{{DATE()}} {{TIME(now)}}',
  '{',
  '{DATE(2026-01-01T00:00:00Z)}}',
  'arn:aws:s3:::$\u007baws:username} $when',
  '# heading',
  '1. first\n2. second',
  '- item\n+ item\n> quoted\n---',
  '\\[escaped\\] C:\\temp\\*',
  'my_bucket_name and _private_',
  'https://evil.example/?a=1&lt=2',
  'abc\u202egpj.exe',
  'שלום עולם',
  'a\u0000b\u0007c\u001b[31m',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\ud83d',
  '"quotes" and \\"more\\"',
  '',
  '   ',
  '\n\n',
  'x'.repeat(4000),
  '😀'.repeat(2500),
  `x${'😀'.repeat(2500)}`,
  '<'.repeat(3000),
  '"\\'.repeat(10_000),
];

export function randomMessage(random: () => number): Message {
  const int = (max: number) => Math.floor(random() * (max + 1));
  const pick = <T>(of: readonly T[]): T => of[int(of.length - 1)] as T;
  const often = (share: number) => random() < share;
  const list = <T>(max: number, make: () => T): T[] => Array.from({ length: int(max) }, make);
  const word = (): string =>
    often(0.3)
      ? pick(hostile)
      : 'clinic-records'.slice(0, 1 + int(13)).repeat(1 + (often(0.05) ? int(400) : int(3)));
  const when = () =>
    often(0.1)
      ? pick(['not a date', '+012345-01-01T00:00:00Z'])
      : new Date(1_780_000_000_000 + int(1e9)).toISOString();
  const span = (): Span =>
    pick<() => Span>([
      () => word(),
      () => ({ bold: word() }),
      () => ({ italic: word() }),
      () => ({ code: word() }),
      () => ({
        person: { platform: pick(['slack', 'teams']), id: pick(['a1', 'b2', '<at>']), name: word() },
      }),
      () => ({ when: when(), as: pick(['date', 'time', 'ago'] as const) }),
    ])();
  const text = (): Text => (often(0.5) ? word() : list(5, span));
  const button = () => ({
    label: word(),
    says: 'show F-7K3QX '.repeat(often(0.05) ? 200 : 1),
    ...(often(0.3) ? { asks: true as const } : {}),
    ...(often(0.3) ? { style: pick(['primary', 'danger'] as const) } : {}),
    ...(often(0.3) ? { confirm: word() } : {}),
  });
  const tones = ['critical', 'high', 'medium', 'low', 'good', 'unknown', 'info'] as const;
  const block = (): Block =>
    pick<() => Block>([
      () => ({ kind: 'heading', text: word() }),
      () => ({ kind: 'text', text: text(), ...(often(0.5) ? { tone: pick(tones) } : {}) }),
      () => ({ kind: 'facts', facts: list(50, () => ({ label: word(), value: text() })) }),
      () => ({
        kind: 'table',
        summary: word(),
        columns: list(9, word),
        rows: list(often(0.2) ? 300 : 20, () => list(9, text)),
      }),
      () => {
        const n = int(40);
        const values = () =>
          Array.from({ length: often(0.1) ? int(30) : n }, () => (often(0.02) ? Number.NaN : int(50)));
        return {
          kind: 'trend',
          title: word(),
          summary: word(),
          labels: Array.from({ length: n }, () => (often(0.98) ? `2026-06-${10 + int(19)}` : word())),
          series: list(8, () => ({ name: word(), values: values() })),
        };
      },
      () => ({ kind: 'progress', done: int(200), total: int(100), label: word() }),
      () => ({ kind: 'buttons', buttons: list(often(0.1) ? 60 : 8, button) }),
      () => ({ kind: 'code', text: list(often(0.2) ? 300 : 10, word).join('\n') }),
      () => ({ kind: 'note', text: text() }),
      () => ({ kind: 'divider' }),
    ])();
  return { text: word(), blocks: list(often(0.2) ? 120 : 12, block) };
}
