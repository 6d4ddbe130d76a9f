import { expect, test } from 'vitest';
import {
  doorsOf,
  isEveryPort,
  opensOneOf,
  opensOther,
  readRule,
  rulesGone,
  ruleText,
  withoutInternet,
} from '../../src/access/index.ts';

const rules = {
  'tcp 22 from 0.0.0.0/0': 'for all',
  'tcp 22 from ::/0': '',
  'tcp 22 from 203.0.113.0/24': 'office',
  'tcp 20..443 from pl-open': '',
  'tcp 5432 from 111122223333/sg-1': '',
  '-1 all from 0.0.0.0/0': '',
  'icmp 8..-1 from 0.0.0.0/0': '',
};
const lists = { 'pl-open': ['192.0.2.0/24', '0.0.0.0/0'] };
const unread = (list: string) => new Error(list);

test('a rule is read as it was written', () => {
  for (const text of Object.keys(rules)) expect(ruleText(readRule(text))).toBe(text);
  expect(readRule('icmp 8..-1 from 0.0.0.0/0')).toEqual({
    protocol: 'icmp',
    from: 8,
    to: -1,
    source: '0.0.0.0/0',
  });
  expect(() => readRule('tcp from anywhere')).toThrow(/no rule/);
});

test('doors are told by ports, those of prefix lists too', () => {
  expect(doorsOf(rules, lists, unread).map(({ from, to, ranges }) => [from, to, ranges])).toEqual([
    [22, 22, ['0.0.0.0/0', '::/0']],
    [20, 443, ['0.0.0.0/0']],
    [0, 65_535, ['0.0.0.0/0']],
    [8, -1, ['0.0.0.0/0']],
  ]);
  expect(() => doorsOf({ 'tcp 22 from pl-other': '' }, lists, unread)).toThrow('pl-other');
});

test('only the rules of the door that is to be shut go', () => {
  const { left, shut } = withoutInternet(rules, lists, (door) => door.from === 22);
  expect(rulesGone(rules, left)).toEqual(['tcp 22 from 0.0.0.0/0', 'tcp 22 from ::/0']);
  expect(shut).toHaveLength(1);
});

test('SSH is behind a range, a list and everything', () => {
  const { left } = withoutInternet(rules, lists, (door) => opensOneOf(door, ['22']));
  expect(Object.keys(left)).toEqual([
    'tcp 22 from 203.0.113.0/24',
    'tcp 5432 from 111122223333/sg-1',
    'icmp 8..-1 from 0.0.0.0/0',
  ]);
});

test('a list that is not known stays, and nothing goes where nothing is open', () => {
  const some = { 'tcp 22 from pl-other': '', 'tcp 22 from 10.0.0.0/8': '' };
  expect(withoutInternet(some, lists, () => true)).toEqual({ left: some, shut: [] });
});

test('other than approved ports', () => {
  const door = { protocol: 'tcp', from: 80, to: 81, ranges: ['0.0.0.0/0'] };
  expect(opensOther(door, ['80', '81'], 'tcp')).toBe(false);
  expect(opensOther(door, ['80'], 'tcp')).toBe(true);
  expect(opensOther(door, [], 'udp')).toBe(false);
  expect(opensOther({ ...door, protocol: '-1' }, ['80'], 'udp')).toBe(true);
  expect(opensOneOf({ ...door, protocol: 'udp' }, ['80'])).toBe(false);
  expect(opensOneOf({ ...door, protocol: 'udp' }, ['80'], 'udp')).toBe(true);
  expect(isEveryPort(door)).toBe(false);
});
