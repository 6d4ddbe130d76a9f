/** Edits between two words; a swap of neighbours counts as one. */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const up = rows[i - 1] ?? [];
      let best = Math.min(
        (up[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (up[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** The known word that was probably meant: two edits away at most (one for short words), or begun or overshot. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase().slice(0, 60);
  if (word === '') return undefined;
  const close = known
    .map((k) => ({ k, edits: distance(word, k.toLowerCase()) }))
    .filter((c) => c.edits <= 2 && 2 * c.edits < Math.max(word.length, c.k.length))
    .sort((a, b) => a.edits - b.edits)[0];
  if (close) return close.k;
  const begun = known.filter((k) => k.toLowerCase().startsWith(word));
  if (begun.length === 1 || (begun.length > 1 && word.length >= 3)) return begun[0];
  return known.find((k) => k.length >= 3 && word.startsWith(k.toLowerCase()));
}
