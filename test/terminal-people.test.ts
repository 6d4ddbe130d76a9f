import { userInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { roles } from '../src/domain/people.ts';
import {
  isNamed,
  operator,
  terminalActor,
  terminalDirectory,
  terminalPeople,
} from '../src/terminal-people.ts';

const me = userInfo().username.toLowerCase();
const none = { viewer: [], responder: [], approver: [], officer: [], admin: [] };

describe('the person at a terminal', () => {
  const persons = { 'Ann Example': ['slack:T1:U1', 'terminal:local:ann'] };
  test.each([
    ['ann', 'Ann Example'],
    ['Ann', 'Ann Example'],
    ['bob', 'terminal:local:bob'],
    ['Bob', 'terminal:local:bob'],
  ])('%s is %s', (name, person) => {
    expect(terminalActor(name, roles, persons).person).toBe(person);
  });

  test('is not the person in the configuration whose name is their user name', () => {
    const others = { ann: ['slack:T1:U1'] };
    expect(terminalActor('ann', roles, others).person).toBe('terminal:local:ann');
    expect(isNamed('ann', others)).toBe(false);
    expect(isNamed('Ann', persons)).toBe(true);
  });

  test('who runs the program is joined to their other accounts', () => {
    expect(operator({ persons: { boss: [`terminal:local:${me}`] }, terminal: {} }).person).toBe('boss');
  });
});

describe('roles at a terminal', () => {
  test('are all of them, unless the configuration says', () => {
    expect(operator().roles).toEqual(roles);
    expect(operator({ persons: {}, terminal: {} }).roles).toEqual(roles);
  });

  test('are what the configuration says, if it says anything', () => {
    expect(operator({ persons: {}, terminal: { roles: none } }).roles).toEqual([]);
    const granted = { ...none, responder: [me.toUpperCase()] };
    expect(operator({ persons: {}, terminal: { roles: granted } }).roles).toEqual(['viewer', 'responder']);
  });

  test('name the people whom the bot knows too', () => {
    const settings = {
      persons: { a: ['terminal:local:ann'] },
      terminal: { roles: { ...none, approver: ['Ann'], admin: ['Ann', 'root'] } },
    };
    expect(terminalPeople(settings).map(({ id, person, roles }) => [id, person, roles])).toEqual([
      ['ann', 'a', ['viewer', 'responder', 'approver', 'admin']],
    ]);
    // Nobody tells which person root is, so the bot does not vouch for them.
    const named = { a: ['terminal:local:ann'], b: ['terminal:local:root'] };
    expect(terminalPeople({ ...settings, persons: named }).map(({ id, person }) => [id, person])).toEqual([
      ['ann', 'a'],
      ['root', 'b'],
    ]);
    expect(terminalPeople({ persons: {}, terminal: {} })).toEqual([]);
  });
});

describe('the directory', () => {
  const directory = terminalDirectory([
    terminalActor('Ann', ['approver']),
    terminalActor('Vera', ['viewer']),
  ]);
  test.each([
    ['terminal:local:ann', 'Ann'],
    ['terminal:local:bob', undefined],
    ['slack:local:ann', undefined],
    ['ann', undefined],
  ])('%s is %s', async (signature, name) => expect((await directory.fresh(signature))?.name).toBe(name));

  test('knows who holds a role', async () => {
    expect((await directory.members('approver')).map(({ name }) => name)).toEqual(['Ann']);
    expect((await directory.members('viewer')).map(({ name }) => name)).toEqual(['Ann', 'Vera']);
  });
});
