import { afterEach, describe, expect, test } from 'vitest';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { makeBench } from './bench.ts';
import { drift, halfway, refused, thereAndBack } from './roads.ts';
import type { Chapter } from './row.ts';

/** Every writing remedy of the chapter: the whole road there and back, and the two ways on which nothing is written. */
export function tellChapter(chapter: Chapter): void {
  describeWithMoto(chapter.title, (moto) => {
    const bench = makeBench(moto, chapter);
    const did = new Map<string, Set<string>>();
    const read = new Set<string>();
    afterEach(() => {
      for (const action of bench.read()) read.add(action);
    });

    for (const row of chapter.rows) {
      describe([row.remedy, row.when].filter(Boolean).join(', '), () => {
        test('is planned, agreed to, carried out, seen to pass, and undone', async () => {
          await thereAndBack(bench, row);
          did.set(row.remedy, new Set([...(did.get(row.remedy) ?? []), ...bench.written()]));
        });
        test('is stale, and nothing is written, where somebody was there before', async () => {
          await drift(bench, row);
        });
        test('fails, and is not called done, where AWS refuses the write', async () => {
          await refused(bench, row);
        });
        if (row.calls.length === 1) return;
        test('fails, and can be undone, where AWS refuses the last change', async () => {
          await halfway(bench, row);
        });
      });
    }

    test('the policies name what the remedies do, and the write policy nothing that none of them does', async () => {
      const { policy } = (await bench.bot()).app.services;
      const grants: readonly Grant[] = JSON.parse(policy.remediate('json')).Statement;
      const grantedTo = (remedy: string) =>
        grants.find(({ Sid }) => Sid.toLowerCase() === remedy.replace(/[^a-z0-9]/g, ''))?.Action ?? [];
      for (const [remedy, actions] of did)
        expect([remedy, ...without(actions, grantedTo(remedy))]).toEqual([remedy]);
      const named = new Set([...did.keys()].flatMap(grantedTo));
      expect(
        without(named, [...did.values()].flatMap((actions) => [...actions]).concat(chapter.behind ?? [])),
      ).toEqual([]);
      const [scan] = JSON.parse(policy.read('json')).Statement as readonly Grant[];
      expect(without(read, scan?.Action ?? [])).toEqual([]);
    });
  });
}

interface Grant {
  readonly Sid: string;
  readonly Action: readonly string[];
}

const without = (some: Iterable<string>, others: readonly string[]) =>
  [...some].filter((one) => !others.includes(one));
