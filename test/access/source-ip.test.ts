import { describe } from 'vitest';
import { allowAll, denyIf, given, rows, variable } from './kit.ts';

const from = (cidr: unknown) => given({ IpAddress: { 'aws:SourceIp': cidr } });
const notFrom = (cidr: unknown) => given({ NotIpAddress: { 'aws:SourceIp': cidr } });
const denyOutside = (cidr: unknown) => denyIf({ NotIpAddress: { 'aws:SourceIp': cidr } });
const denyInside = (cidr: unknown) => denyIf({ IpAddress: { 'aws:SourceIp': cidr } });
const eighths = Array.from({ length: 256 }, (_, i) => `${i}.0.0.0/8`);

describe('aws:SourceIp in an Allow: broader than /8 or /32 is public', () => {
  rows([
    ['one address', 'no', from('203.0.113.7')],
    ['one address /32', 'no', from('203.0.113.7/32')],
    ['/24', 'no', from('203.0.113.0/24')],
    ['/16', 'no', from('203.0.0.0/16')],
    ['/8', 'no', from('44.0.0.0/8')],
    ['/7', 'r', from('44.0.0.0/7')],
    ['/8 with host bits', 'no', from('44.1.2.3/8')],
    ['/7 with host bits', 'r', from('44.1.2.3/7')],
    ['/1', 'r', from('0.0.0.0/1')],
    ['/0', 'r', from('0.0.0.0/0')],
    ['both halves', 'r', from(['0.0.0.0/1', '128.0.0.0/1'])],
    ['narrow and all', 'r', from(['203.0.113.0/24', '0.0.0.0/0'])],
    ['all and narrow', 'r', from(['0.0.0.0/0', '203.0.113.0/24'])],
    ['narrow ones', 'no', from(['203.0.113.0/24', '198.51.100.0/24'])],
    ['two neighbouring /8, each within the rule', 'no', from(['28.0.0.0/8', '29.0.0.0/8'])],
    ['every /8 there is', 'r', from(eighths)],
    ['a quarter of every /8', 'no', from(eighths.slice(0, 64))],
    ['10/8', 'no', from('10.0.0.0/8')],
    ['10/7 reaches beyond the private range', 'r', from('10.0.0.0/7')],
    ['172.16/12', 'no', from('172.16.0.0/12')],
    ['192.168/16', 'no', from('192.168.0.0/16')],
    ['all three private ranges', 'no', from(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'])],
    ['private and all', 'r', from(['10.0.0.0/8', '0.0.0.0/0'])],
    ['IPv6 /128', 'no', from('2001:db8::1')],
    ['IPv6 /64', 'no', from('2001:db8::/64')],
    ['IPv6 /32', 'no', from('2001:db8::/32')],
    ['IPv6 /31', 'r', from('2001:db8::/31')],
    ['IPv6 /3', 'r', from('2000::/3')],
    ['IPv6 all', 'r', from('::/0')],
    ['IPv6 unique local: no stranger comes from there', 'no', from('fc00::/7')],
    ['IPv6 unique local and more', 'r', from('fc00::/6')],
    ['IPv4 narrow and IPv6 all', 'r', from(['203.0.113.0/24', '::/0'])],
    ['all IPv4 written as IPv6', 'r', from('::ffff:0:0/96')],
    ['one IPv4 written as IPv6', 'no', from('::ffff:203.0.113.7')],
    ['in upper case', 'no', from('2001:DB8:1234:5678::/64')],
    ['nothing', 'no', from([])],
    ['not an address', 'r?', from('office')],
    ['not an address, and all', 'r', from(['office', '0.0.0.0/0'])],
    ['a variable', 'r?', from(variable('aws:SourceIp'))],
    ['/33', 'r?', from('203.0.113.0/33')],
    ['a short form', 'r?', from('10/8')],
  ]);
});

describe('aws:SourceIp negated, optional, as a string', () => {
  rows([
    ['everywhere but one network', 'r', notFrom('203.0.113.0/24')],
    ['everywhere but everywhere: an endpoint has no SourceIp', 'r', notFrom(['0.0.0.0/0', '::/0'])],
    [
      'if there is one: a stranger’s own endpoint has none',
      'r',
      given({ IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } }),
    ],
    [
      'if there is one, and the endpoint if there is one',
      'no',
      given({
        IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' },
        StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1a2b' },
      }),
    ],
    ['all of none', 'r', given({ 'ForAllValues:IpAddress': { 'aws:SourceIp': '203.0.113.0/24' } })],
    ['any of', 'no', given({ 'ForAnyValue:IpAddress': { 'aws:SourceIp': '203.0.113.0/24' } })],
    ['a string', 'no', given({ StringEquals: { 'aws:SourceIp': '203.0.113.7' } })],
    ['a string with a star is no fixed value', 'r', given({ StringLike: { 'aws:SourceIp': '203.0.113.*' } })],
    ['any string', 'r', given({ StringLike: { 'aws:SourceIp': '*' } })],
    [
      'a range compared as a string never matches',
      'no',
      given({ StringEquals: { 'aws:SourceIp': '0.0.0.0/0' } }),
    ],
    [
      'everywhere, less one network',
      'r',
      given({
        IpAddress: { 'aws:SourceIp': '0.0.0.0/0' },
        NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      }),
    ],
    [
      'a broad range, less itself',
      'no',
      given({ IpAddress: { 'aws:SourceIp': '0.0.0.0/1' }, NotIpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }),
    ],
    [
      'a broad range, less half of itself',
      'r',
      given({ IpAddress: { 'aws:SourceIp': '0.0.0.0/1' }, NotIpAddress: { 'aws:SourceIp': '0.0.0.0/2' } }),
    ],
  ]);
});

describe('aws:SourceIp in a Deny', () => {
  rows([
    ['outside a network: closed, endpoints too', 'no', allowAll(), denyOutside('203.0.113.0/24')],
    ['outside all of IPv4: open', 'rw', allowAll(), denyOutside('0.0.0.0/0')],
    ['outside a /7: open', 'rw', allowAll(), denyOutside('44.0.0.0/7')],
    ['outside a /8: closed', 'no', allowAll(), denyOutside('44.0.0.0/8')],
    ['outside narrow and broad: open', 'rw', allowAll(), denyOutside(['203.0.113.0/24', '64.0.0.0/2'])],
    ['outside private ranges: closed', 'no', allowAll(), denyOutside(['10.0.0.0/8', '192.168.0.0/16'])],
    ['inside one network: open to the rest', 'rw', allowAll(), denyInside('203.0.113.0/24')],
    ['inside IPv4 only: IPv6 and endpoints remain', 'rw', allowAll(), denyInside('0.0.0.0/0')],
    ['inside all addresses: endpoints remain', 'rw', allowAll(), denyInside(['0.0.0.0/0', '::/0'])],
    [
      'outside, if there is one: IfExists changes nothing here',
      'no',
      allowAll(),
      denyIf({ NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } }),
    ],
    ['an unreadable network', '?', allowAll(), denyOutside('office')],
    [
      'an unreadable network, and one that covers',
      'no',
      allowAll(),
      denyOutside('office'),
      denyOutside('203.0.113.0/24'),
    ],
    ['Allow broad, Deny the same', 'no', from('64.0.0.0/2'), denyInside('64.0.0.0/2')],
    ['Allow broad, Deny half', 'r', from('64.0.0.0/2'), denyInside('64.0.0.0/3')],
    [
      'Allow broad, Deny both halves',
      'no',
      from('64.0.0.0/2'),
      denyInside('64.0.0.0/3'),
      denyInside('96.0.0.0/3'),
    ],
  ]);
});
