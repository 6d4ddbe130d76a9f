import { expect, test } from 'vitest';
import type { Actor } from '../../src/domain/people.ts';
import { standingIn } from '../../src/engine/standing.ts';

const persons = {
  ann: ['slack:T1:U1', 'aws:111122223333:ann'],
  bob: ['slack:T1:U2', 'teams:t:b', 'aws:111122223333:bob'],
  eve: ['terminal:local:eve', 'aws:111122223333:eve'],
};
const at = (standing: Actor['standing']) => ({ standing }) as Actor;
const ask = (user: string, people: Readonly<Record<string, Actor | null | Error>>, tags = {}) =>
  standingIn(persons, {
    actor: async (signature) => {
      const answer = people[signature] ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  })({ account: '111122223333', user, tags });

test.each([
  ['still there', 'ann', { 'slack:T1:U1': at('member') }, 'here'],
  ['deactivated', 'ann', { 'slack:T1:U1': at('deactivated') }, 'deactivated'],
  ['a guest is there', 'ann', { 'slack:T1:U1': at('guest') }, 'here'],
  [
    'deactivated in one chat of two',
    'bob',
    { 'slack:T1:U2': at('deactivated'), 'teams:t:b': at('member') },
    'here',
  ],
  [
    'deactivated in both',
    'bob',
    { 'slack:T1:U2': at('deactivated'), 'teams:t:b': at('deactivated') },
    'deactivated',
  ],
  [
    'one chat could not be asked',
    'bob',
    { 'slack:T1:U2': at('deactivated'), 'teams:t:b': new Error('down') },
    'unknown',
  ],
  ['no chat knows the account', 'ann', {}, 'unknown'],
  ['a person of the terminal only', 'eve', {}, 'unmatched'],
  ['nobody', 'deploy', {}, 'unmatched'],
] as const)('%s', async (_, user, people, expected) => {
  expect(await ask(user, people)).toBe(expected);
});

test('a tag may name the person', async () => {
  const people = { 'slack:T1:U1': at('deactivated') };
  expect(await ask('svc-ann', people, { Owner: 'ann' })).toBe('deactivated');
  expect(await ask('svc-ann', people, { person: 'ann' })).toBe('deactivated');
  expect(await ask('svc-ann', people, { Owner: 'Cloud team', Person: 'ann' })).toBe('deactivated');
  expect(await ask('svc-ann', people, { Owner: 'bob', Person: 'ann' })).toBe('deactivated');
  expect(await ask('svc-ann', people, { Owner: 'constructor' })).toBe('unmatched');
});
