import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../src/domain/people.ts';
import { signature } from '../../src/domain/people.ts';
import { createPeopleDesk, type Directory } from '../../src/engine/people-desk.ts';
import { people } from '../kit/sample-people.ts';

const root: Actor = { ...people.ravi, platform: 'terminal', team: 'local', id: 'ravi', name: 'ravi' };

/** A directory that believes whatever it is told: what it says of roles is looked at again. */
const directory = (platform: Directory['platform'], known: readonly Actor[]): Directory => ({
  platform,
  holding: (role: Role) => known.filter((a) => a.roles.includes(role)).map((a) => a.name),
  fresh: async (typed) => known.find((a) => signature(a) === typed) ?? null,
  members: async () => known,
  resolve: async () => null,
  nameOf: () => null,
});

const desk = createPeopleDesk(() => [
  directory('slack', [people.ravi, people.vera, people.gus, people.dora]),
  directory('terminal', [root]),
]);

describe('an account, as it stands now', () => {
  test.each([
    ['slack:T1:URAVI', 'Ravi'],
    ['terminal:local:ravi', 'ravi'],
    ['slack:T2:URAVI', null],
    ['teams:T1:URAVI', null],
    ['system:scan', null],
  ])('%s is %s', async (typed, name) => expect((await desk.actor(typed))?.name ?? null).toBe(name));
});

test('who holds a role, over all platforms: members only', async () => {
  expect((await desk.members('approver')).map(signature)).toEqual(['slack:T1:URAVI', 'terminal:local:ravi']);
});

test('that a platform could not be asked is not that it knows nobody', async () => {
  const down = {
    ...directory('slack', []),
    fresh: () => Promise.reject(new Error('Slack could not be asked')),
  };
  const asked = createPeopleDesk(() => [down, directory('terminal', [root])]);
  await expect(asked.actor('slack:T1:URAVI')).rejects.toThrow('Slack could not be asked');
  expect((await asked.actor('terminal:local:ravi'))?.name).toBe('ravi');
});
