import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Elsewhere a test (or a row of one) has this title and shows it. Fails when it was renamed or has gone. */
export function shownIn(file: string, title: string): void {
  const text = readFileSync(file, 'utf8');
  const there = ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote},`));
  expect(there, `${file} has no test “${title}”`).toBe(true);
}
