import { expect, test } from 'vitest';
import { remedies } from '#remedies';
import type { AnyRemedy, Guidance } from '../../../src/domain/remedy.ts';
import { cloudTrail } from './rows/cloudtrail.ts';
import { iam } from './rows/iam.ts';
import { kms } from './rows/kms.ts';
import { s3Access } from './rows/s3-access.ts';
import { s3Kept } from './rows/s3-kept.ts';

const chapters = [cloudTrail, iam, kms, s3Access, s3Kept];
const rows = chapters.flatMap((chapter) => chapter.rows);
const roll = remedies as readonly (AnyRemedy | Guidance)[];
const writing = roll.filter((r): r is AnyRemedy => !('steps' in r));

/** By remedy id, why moto cannot play it; said aloud, so that nobody takes it for tested. */
const unplayed: Readonly<Record<string, string>> = {};

test('every writing remedy of the roll is played', () => {
  for (const [id, because] of Object.entries(unplayed)) console.warn(`${id} is not played: ${because}`);
  const played = [...rows.map(({ remedy }) => remedy), ...Object.keys(unplayed)];
  expect([...new Set(played)].sort()).toEqual(writing.map(({ id }) => id).sort());
});

test('a remedy is played for a check that it cures, and undone where it says that it can be', () => {
  for (const { remedy, check, undo, differs } of rows) {
    const { cures, reversibility } = writing.find(({ id }) => id === remedy) as AnyRemedy;
    expect(cures).toContain(check);
    expect(undo === null).toBe(reversibility.undo === 'no');
    if (differs) expect(reversibility.undo).toBe('partly');
  }
});
