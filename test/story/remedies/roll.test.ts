import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { remedies } from '#remedies';
import type { AnyRemedy, Guidance } from '../../../src/domain/remedy.ts';
import type { Chapter } from './row.ts';

const files = globSync('rows/*.ts', { cwd: import.meta.dirname });
const modules: readonly Record<string, unknown>[] = await Promise.all(
  files.map((file) => import(`./${file}`)),
);
const isChapter = (exported: unknown): exported is Chapter =>
  typeof exported === 'object' && exported !== null && 'rows' in exported;
const chapters = modules.flatMap((module) => Object.values(module).filter(isChapter));
const rows = chapters.flatMap((chapter) => chapter.rows);
const roll = remedies as readonly (AnyRemedy | Guidance)[];
const writing = roll.filter((r): r is AnyRemedy => !('steps' in r));

/** By remedy id, why moto cannot play it; said aloud, so that nobody takes it for tested. */
const unplayed: Readonly<Record<string, string>> = {
  'aws/ec2/detailed-monitoring': 'moto has neither MonitorInstances nor UnmonitorInstances',
  'aws/elasticache/cluster-redis-backup': 'moto has no ModifyCacheCluster',
  'aws/rds/cluster-iam-authentication': 'ModifyDBCluster of moto leaves IAM authentication as it was',
  'aws/rds/cluster-log-exports': 'ModifyDBCluster of moto leaves the exports as they were',
};

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
