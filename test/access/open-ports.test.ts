import { describe, expect, test } from 'vitest';
import {
  type IngressRule,
  internetAmong,
  isEveryPort,
  openPorts,
  reaches,
  saysOpen,
} from '../../src/access/index.ts';

const quarters = ['11', '72', '136', '180'].flatMap((start) =>
  Array.from({ length: 32 }, (_, at) => `${Number(start) + at}.0.0.0/8`),
);
const fewer = quarters.slice(1);

describe('ranges by which the internet comes in', () => {
  test.each<[name: string, ranges: readonly string[], open: readonly string[]]>([
    ['nothing', [], []],
    ['all of IPv4', ['0.0.0.0/0'], ['0.0.0.0/0']],
    ['all of IPv6', ['::/0'], ['::/0']],
    ['both', ['0.0.0.0/0', '::/0'], ['0.0.0.0/0', '::/0']],
    ['in two halves', ['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/1', '128.0.0.0/1']],
    ['one half', ['128.0.0.0/1'], ['128.0.0.0/1']],
    ['what IPv6 gives out', ['2000::/3'], ['2000::/3']],
    ['broader than any network: /7', ['20.0.0.0/7'], ['20.0.0.0/7']],
    ['as broad as a network: /8', ['20.0.0.0/8'], []],
    ['IPv6 /31', ['2600::/31'], ['2600::/31']],
    ['IPv6 /32', ['2600::/32'], []],
    ['an office', ['203.0.113.0/24', '198.51.100.7/32'], []],
    ['an office beside everyone', ['203.0.113.0/24', '0.0.0.0/0'], ['0.0.0.0/0']],
    ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], []],
    ['private IPv6', ['fc00::/7', 'fd00::/8'], []],
    ['private, and what surrounds it', ['10.0.0.0/7'], ['10.0.0.0/7']],
    ['everyone, written as IPv6', ['::ffff:0.0.0.0/96'], ['::ffff:0.0.0.0/96']],
    ['no ranges', ['pl-0123', 'sg-0123', ''], []],
    ['host bits set', ['203.0.113.7/0'], ['203.0.113.7/0']],
  ])('%s', (_name, ranges, open) => {
    expect(internetAmong(ranges)).toEqual(open);
  });

  test('half of all addresses in small pieces, and one piece less', () => {
    expect(quarters).toHaveLength(128);
    expect(internetAmong(quarters)).toEqual(quarters);
    expect(internetAmong(fewer)).toEqual([]);
  });

  test('a piece that is listed twice counts once', () => {
    expect(internetAmong([...fewer, ...fewer])).toEqual([]);
  });
});

const rule = (protocol: string, from: number | null, to: number | null, ...ranges: readonly string[]) =>
  ({ protocol, from, to, ranges }) satisfies IngressRule;
const everyone = '0.0.0.0/0';

describe('ports that rules open', () => {
  test.each<[name: string, rule: IngressRule, says: string | null]>([
    ['one port', rule('tcp', 22, 22, everyone), 'TCP 22 from 0.0.0.0/0'],
    ['a range', rule('udp', 20, 40, '::/0'), 'UDP 20 to 40 from ::/0'],
    ['everything', rule('-1', null, null, everyone), 'every port of every protocol from 0.0.0.0/0'],
    [
      'everything, with ports of -1',
      rule('-1', -1, -1, everyone),
      'every port of every protocol from 0.0.0.0/0',
    ],
    ['every port of one protocol', rule('tcp', 0, 65_535, everyone), 'every TCP port from 0.0.0.0/0'],
    ['the same, without ports', rule('tcp', null, null, everyone), 'every TCP port from 0.0.0.0/0'],
    ['by its number', rule('6', 22, 22, everyone), 'TCP 22 from 0.0.0.0/0'],
    ['UDP by its number', rule('17', 53, 53, everyone), 'UDP 53 from 0.0.0.0/0'],
    ['ping', rule('icmp', 8, -1, everyone), 'protocol ICMP from 0.0.0.0/0'],
    ['another protocol', rule('50', null, null, everyone), 'protocol 50 from 0.0.0.0/0'],
    ['two ranges', rule('tcp', 22, 22, everyone, '::/0'), 'TCP 22 from 0.0.0.0/0, ::/0'],
    ['private', rule('tcp', 22, 22, '10.0.0.0/8'), null],
    ['nobody: a group, or a list that says nothing', rule('tcp', 22, 22), null],
  ])('%s', (_name, one, says) => {
    expect(openPorts([one]).map(saysOpen)).toEqual(says === null ? [] : [says]);
  });

  test('each rule by itself', () => {
    const open = openPorts([rule('tcp', 22, 22, everyone), rule('tcp', 80, 80, '10.0.0.0/8')]);
    expect(open).toEqual([{ protocol: 'tcp', from: 22, to: 22, ranges: [everyone] }]);
  });

  test('a list that was not read leaves it open whether the rule is', () => {
    const unread = new Error('denied');
    expect(() => openPorts([{ ...rule('tcp', 22, 22, '10.0.0.0/8'), unread }])).toThrow(unread);
    expect(openPorts([{ ...rule('tcp', 22, 22, everyone), unread }])).toHaveLength(1);
  });
});

describe('a port is reached', () => {
  const [tcp, udp, all, ping] = openPorts([
    rule('tcp', 20, 30, everyone),
    rule('udp', 20, 30, everyone),
    rule('-1', null, null, everyone),
    rule('icmp', -1, -1, everyone),
  ]) as unknown as [Door, Door, Door, Door];
  type Door = ReturnType<typeof openPorts>[number];

  test.each<[door: Door, port: number, over: string, isReached: boolean]>([
    [tcp, 19, 'tcp', false],
    [tcp, 20, 'tcp', true],
    [tcp, 30, 'tcp', true],
    [tcp, 31, 'tcp', false],
    [tcp, 22, 'udp', false],
    [udp, 22, 'udp', true],
    [udp, 22, 'tcp', false],
    [all, 22, 'tcp', true],
    [all, 65_535, 'udp', true],
    [ping, 22, 'tcp', false],
  ])('%j at %i over %s: %s', (door, port, over, isReached) => {
    expect(reaches(door, port, over)).toBe(isReached);
  });

  test('port 0 is nobody’s', () => {
    expect([0, 1, 2].map((from) => isEveryPort({ ...tcp, from, to: 65_535 }))).toEqual([true, true, false]);
    expect(isEveryPort({ ...tcp, from: 0, to: 65_534 })).toBe(false);
  });
});
