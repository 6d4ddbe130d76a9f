import { describe, expect, test } from 'vitest';
import { aclEntry, entriesInstead, openEntries, readAclEntry } from '../../src/access/index.ts';

const all = 'allow -1 all from 0.0.0.0/0';

test('an entry is read as it was written', () => {
  for (const entry of [
    ['in 100', 'allow 6 1024..65535 from 0.0.0.0/0'],
    ['out 90', 'deny -1 all from ::/0'],
    ['in 7', 'allow 1 8..-1 from 10.0.0.0/8'],
  ] as const)
    expect(aclEntry(readAclEntry(entry))).toEqual(entry);
  expect(() => readAclEntry(['in 1', 'nonsense'])).toThrow(/no entry/);
});

describe('open entries', () => {
  const numbers = (entries: Readonly<Record<string, string>>) =>
    openEntries(entries).map(({ number }) => number);
  test.each<[name: string, entries: Readonly<Record<string, string>>, open: readonly number[]]>([
    ['everything', { 'in 100': all }, [100]],
    ['everything, outwards', { 'out 100': all }, []],
    ['IPv6', { 'in 101': 'allow -1 all from ::/0' }, [101]],
    ['every TCP port', { 'in 1': 'allow 6 0..65535 from 0.0.0.0/0' }, [1]],
    ['every UDP port', { 'in 1': 'allow 17 0..65535 from 0.0.0.0/0' }, []],
    ['high ports', { 'in 1': 'allow 6 1024..65535 from 0.0.0.0/0' }, []],
    ['refused', { 'in 1': 'deny -1 all from 0.0.0.0/0' }, []],
    ['private', { 'in 1': 'allow -1 all from 10.0.0.0/8' }, []],
    ['refused before', { 'in 100': all, 'in 90': 'deny -1 all from 0.0.0.0/0' }, []],
    ['refused behind', { 'in 100': all, 'in 110': 'deny -1 all from 0.0.0.0/0' }, [100]],
    [
      'refused before, by number and not by text',
      { 'in 100': all, 'in 20': 'deny -1 all from 0.0.0.0/0' },
      [],
    ],
    ['some refused before', { 'in 100': all, 'in 90': 'deny 6 22..22 from 0.0.0.0/0' }, [100]],
    ['IPv6 refused before', { 'in 100': all, 'in 90': 'deny -1 all from ::/0' }, [100]],
    ['half of it', { 'in 100': 'allow -1 all from 0.0.0.0/1' }, [100]],
    [
      'half of it, all refused before',
      { 'in 100': 'allow -1 all from 0.0.0.0/1', 'in 9': 'deny -1 all from 0.0.0.0/0' },
      [],
    ],
  ])('%s', (_name, entries, open) => {
    expect(numbers(entries)).toEqual(open);
  });
});

describe('what stands instead', () => {
  const chosen = {
    tcpPorts: ['443', '1024..65535'],
    udpPorts: ['53'],
    ownRanges: ['10.0.0.0/8', 'fd00::/8'],
  };
  test('own ranges wholly, the internet on chosen ports', () => {
    const entries = { 'in 100': all, 'in 102': 'allow 6 22..22 from 203.0.113.0/24', 'out 100': all };
    expect(entriesInstead(entries, chosen)).toEqual({
      entries: {
        'in 102': 'allow 6 22..22 from 203.0.113.0/24',
        'out 100': all,
        'in 100': 'allow -1 all from 10.0.0.0/8',
        'in 101': 'allow 6 443..443 from 0.0.0.0/0',
        'in 103': 'allow 6 1024..65535 from 0.0.0.0/0',
        'in 104': 'allow 17 53..53 from 0.0.0.0/0',
      },
    });
  });
  test('IPv6 beside it', () => {
    const answer = entriesInstead({ 'in 101': 'allow 6 0..65535 from ::/0' }, chosen);
    expect(answer).toEqual({
      entries: {
        'in 101': 'allow 6 0..65535 from fd00::/8',
        'in 102': 'allow 6 443..443 from ::/0',
        'in 103': 'allow 6 1024..65535 from ::/0',
      },
    });
  });
  test('never behind a refusal that stood behind it', () => {
    const entries = { 'in 100': all, 'in 102': 'deny -1 all from 0.0.0.0/0' };
    expect(entriesInstead(entries, chosen)).toEqual({ cannot: expect.stringMatching(/no room/) });
  });
  test.each(['https', '65535..1024', '70000', '-1', ''])('%s are no ports', (text) => {
    const answer = entriesInstead({ 'in 100': all }, { ...chosen, tcpPorts: [text] });
    expect(answer).toEqual({ cannot: expect.stringMatching(/names no ports/) });
  });
  test('nothing to be narrowed', () => {
    expect(entriesInstead({}, chosen)).toEqual({ cannot: expect.stringMatching(/no entry admits/) });
  });
});
