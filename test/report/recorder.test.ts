import { expect, test } from 'vitest';
import { known, unknown } from '../../src/domain/collected.ts';
import { Recorder } from '../../src/report/recorder.ts';

const account = { name: 'one', id: '1' };
const identity = { ...account, partition: 'aws' };
const thing = { id: 'a', region: 'global', name: 'thing' };

function recorder() {
  const made = new Recorder();
  made.saw({
    kind: 'opened',
    account,
    identity,
    kinds: 1,
    regions: ['east'],
    unlisted: null,
    regionalChecks: 0,
  });
  const facts = { one: known(1), two: unknown('denied', 'no') };
  const about = { account, identity, of: 'aws.thing', subject: thing, facts, asked: [], calls: 1 };
  made.saw({ kind: 'resource', ...about });
  return made;
}
const written = (made: Recorder) => JSON.parse(made.write('aws', '2026-11-20T09:00:00Z')).accounts[0];

test('more about a resource comes after what the scan saw, which stands', () => {
  const made = recorder();
  made.add('one', 'aws.thing', thing, { three: known(3), two: known(2), one: known('other') });
  expect(written(made).resources).toEqual([
    {
      kind: 'aws.thing',
      subject: thing,
      facts: { one: known(1), two: unknown('denied', 'no'), three: known(3) },
    },
  ]);
  expect(Object.keys(written(made).resources[0].facts)).toEqual(['one', 'two', 'three']);
});

test.each([
  ['another account', 'two', 'aws.thing', 'a'],
  ['another kind', 'one', 'aws.other', 'a'],
  ['another resource', 'one', 'aws.thing', 'b'],
])('of %s nothing is added', (_, name, kind, id) => {
  const made = recorder();
  made.add(name, kind, { id, region: 'global' }, { three: known(3) });
  expect(written(made)).toEqual(written(recorder()));
});

test('the resources that were seen can be asked about', () => {
  expect(recorder().resources('one')).toMatchObject([{ kind: 'aws.thing', subject: thing }]);
  expect(recorder().resources('two')).toEqual([]);
});
