import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/catalog.ts';
import { confirmationOf, differences, hashOfPlan, type Plan, sameValue } from '../../src/domain/plan.ts';
import { plan, target } from '../kit/store-remediation-samples.ts';

const base = plan({ targets: [target(1, { after: { b: 1, a: 2 } })] });
const { hash: _, ...unhashed } = base;
const hashWith = (over: Partial<Plan>) => hashOfPlan({ ...unhashed, ...over });
const targetWith = (over: object) => hashWith({ targets: [{ ...base.targets[0], ...over }] });

describe('the hash of a plan', () => {
  test.each<[string, string]>([
    ['the deed', hashWith({ deed: 'undo' })],
    ['what it reverses', hashWith({ reverses: 'R-9' })],
    ['the provider', hashWith({ provider: 'gcp' })],
    ['the account', hashWith({ account: '2' })],
    ['the check', hashWith({ check: 'x' })],
    ['the remedy', hashWith({ remedy: 'x' })],
    ['the kind', hashWith({ kind: 'x' })],
    ['the fact', hashWith({ fact: 'x' })],
    ['the choice', hashWith({ choice: 'PHI' })],
    ['the verdict', hashWith({ verdict: 'breaks' })],
    ['the permissions', hashWith({ actions: ['s3:*'] })],
    ['the quorum', hashWith({ tier: { ...base.tier, quorum: 2 } })],
    ['the step-up', hashWith({ tier: { ...base.tier, stepUp: true } })],
    ['the confirmation', hashWith({ tier: { ...base.tier, confirm: true } })],
    ['the groups', hashWith({ tier: { ...base.tier, distinctGroups: true } })],
    ['a further target', hashWith({ targets: [base.targets[0], target(2)] })],
    ['the order of targets', hashWith({ targets: [target(2), base.targets[0]] })],
    ['the resource', targetWith({ resource: 'arn:x' })],
    ['the region', targetWith({ region: 'us-east-1' })],
    ['the finding', targetWith({ finding: 'f' })],
    ['what is touched', targetWith({ touches: ['arn:x'] })],
    ['the value before', targetWith({ before: {} })],
    ['the value after', targetWith({ after: { b: 1, a: 3 } })],
    ['the calls', targetWith({ calls: ['DeleteBucket'] })],
    ['whom it breaks', targetWith({ consequences: [{ weight: 'breaks', says: '222 would be refused' }] })],
    ['what cannot be told', targetWith({ consequences: [{ weight: 'unknown', says: 'x' }] })],
  ])('changes with %s', (_, changed) => {
    expect(changed).not.toBe(base.hash);
  });

  test('each of these is another plan', () => {
    const both = hashWith({ targets: [base.targets[0], target(2)] });
    const turned = hashWith({ targets: [target(2), base.targets[0]] });
    expect(both).not.toBe(turned);
  });

  test.each<[string, string]>([
    ['its title', hashWith({ title: 'Other words' })],
    ['the words of what cannot be undone', hashWith({ reversibility: { undo: 'no', because: 'x' } })],
    ['the handle', targetWith({ handle: 'F-OTHER' })],
    ['the display name', targetWith({ name: 'other' })],
    [
      'what is said to be harmless',
      targetWith({
        consequences: [...base.targets[0].consequences, { weight: 'safe', says: 'nobody reads it' }],
      }),
    ],
    ['the order of keys in a value', targetWith({ after: { a: 2, b: 1 } })],
  ])('does not change with %s', (_, same) => {
    expect(same).toBe(base.hash);
  });

  test('is 64 hexadecimal digits, the same each time', () => {
    expect(base.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashWith({})).toBe(base.hash);
  });
});

describe('differences', () => {
  const policy = (...statements: readonly Json[]) => JSON.stringify({ Version: '1', Statement: statements });
  test.each<[string, Json | undefined, Json | undefined, readonly unknown[]]>([
    ['equal values', { a: 1 }, { a: 1 }, []],
    ['equal in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['plain values', 'open', 'shut', [{ field: '', before: 'open', after: 'shut' }]],
    ['from nothing', null, { a: 1 }, [{ field: '', before: null, after: { a: 1 } }]],
    ['to nothing', { a: 1 }, null, [{ field: '', before: { a: 1 }, after: null }]],
    ['a field', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ field: 'b', before: 2, after: 3 }]],
    ['a field that comes', { a: 1 }, { a: 1, b: 3 }, [{ field: 'b', before: undefined, after: 3 }]],
    ['a field that goes', { a: 1, b: 3 }, { a: 1 }, [{ field: 'b', before: 3, after: undefined }]],
    [
      'a field within',
      { a: { b: { c: 1 } } },
      { a: { b: { c: 2 } } },
      [{ field: 'a.b.c', before: 1, after: 2 }],
    ],
    ['false is not absence', { a: false }, {}, [{ field: 'a', before: false, after: undefined }]],
    ['an item that comes', ['x'], ['x', 'y'], [{ field: '[1]', before: undefined, after: 'y' }]],
    [
      'an item that goes, and what moves up',
      ['x', 'y', 'z'],
      ['y', 'z'],
      [{ field: '[0]', before: 'x', after: undefined }],
    ],
    [
      'an item that is replaced',
      { l: ['x'] },
      { l: ['y'] },
      [
        { field: 'l[0]', before: 'x', after: undefined },
        { field: 'l[0]', before: undefined, after: 'y' },
      ],
    ],
    [
      'another order of items',
      ['x', 'y'],
      ['y', 'x'],
      [{ field: '', before: ['x', 'y'], after: ['y', 'x'] }],
    ],
    [
      'the same policy, spaced otherwise',
      policy({ Sid: 'a' }),
      '{ "Statement": [{"Sid":"a"}], "Version": "1" }',
      [],
    ],
    [
      'a statement that is added to a policy',
      policy({ Sid: 'a' }),
      policy({ Sid: 'a' }, { Sid: 'b' }),
      [{ field: 'Statement[1]', before: undefined, after: { Sid: 'b' } }],
    ],
    [
      'a text that is no JSON after all',
      '{half',
      '{whole',
      [{ field: '', before: '{half', after: '{whole' }],
    ],
    ['list and object', [1], { a: 1 }, [{ field: '', before: [1], after: { a: 1 } }]],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

test.each<[Json | undefined, Json | undefined, boolean]>([
  [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
  [[1, 2], [2, 1], false],
  [null, {}, false],
  [{ a: false }, {}, false],
  ['1', 1, false],
])('%j is as good as %j: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
});

test.each([
  ['phi-records', 'ecords'],
  ['abc', 'abc'],
  ['dora key 1', 'key 1'],
])('to approve %s one types %s', (name, typed) => {
  expect(confirmationOf({ targets: [target(1, { name }), target(2)] })).toBe(typed);
});
