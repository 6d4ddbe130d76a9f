import { describe, expect, test } from 'vitest';
import { unvouched } from '../../src/cli/unvouched.ts';

const none = { viewer: [], responder: [], approver: [], officer: [], admin: [] };
const now = new Date('2026-11-20T12:00:00Z');
const unnamed = { persons: { ann: ['slack:T1:U1'] }, terminal: { roles: { ...none, approver: ['Ann'] } } };
const named = { ...unnamed, persons: { ann: ['slack:T1:U1', 'terminal:local:ann'] } };
const said = (line: string, settings: Parameters<typeof unvouched>[3]) =>
  unvouched(line, now, { name: 'Ann' }, settings);

describe('at a terminal of which nothing tells who sits there', () => {
  test.each([
    ['fix F-7K3QX because it is open', 'fix'],
    ['undo R-1 because it broke', 'undo'],
    ['approve R-1', 'approve'],
    ['deny R-1 because no', 'deny'],
    ['withdraw R-1', 'withdraw'],
    ['review R-1 because it was right', 'review'],
    ['break-glass F-7K3QX because strangers are reading the records of patients now', 'break-glass'],
    ['freeze off because it is over', 'freeze'],
    ['enrol', 'enrol'],
    ['enrol code:123456', 'enrol'],
    ['enrol reset:@bob', 'enrol'],
  ])('%s is refused, and taken once the account is named', (line, verb) => {
    const text = said(line, unnamed)?.text;
    expect(text).toContain(`“${verb}” is not taken from this terminal`);
    expect(text).toContain('add “terminal:local:ann” to your accounts in “persons”, in the configuration.');
    expect(said(line, named)).toBeNull();
  });

  test.each([
    'fix F-7K3QX',
    'undo R-1',
    'freeze on because of a release',
    'freeze',
    'approvals',
    'findings',
    'nonsense',
  ])('%s changes nothing, or stops changes, and is taken', (line) => expect(said(line, unnamed)).toBeNull());

  test('roles that nobody gave are none in this: the refusal names each line that is missing', () => {
    const text = (persons: Readonly<Record<string, readonly string[]>>) =>
      said('approve R-1', { persons, terminal: {} })?.text;
    expect(text({})).toContain('accounts in “persons”, and “Ann” to a role in “terminal.roles”, in the');
    expect(text(named.persons)).toContain('or add “Ann” to a role in “terminal.roles”, in the');
  });
});
