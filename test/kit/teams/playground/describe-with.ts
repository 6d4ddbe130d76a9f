import { describe, test } from 'vitest';

/** A suite that needs something of this machine: without it, it says why and is skipped; with CI=true it fails. */
export function describeWith(name: string, missing: readonly (string | null)[], suite: () => void): void {
  const why = missing.filter((one) => one !== null).join('; ');
  describe(name, () => {
    if (why === '') return suite();
    if (process.env['CI'] === 'true') {
      test('what it needs is there', () => {
        throw new Error(why);
      });
      return;
    }
    console.warn(`skipped "${name}": ${why}`);
    test.skip(`skipped: ${why}`);
  });
}
