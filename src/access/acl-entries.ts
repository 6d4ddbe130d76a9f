import { isEveryPort, openPorts } from './open-ports.ts';

/** The entries of a network ACL by direction and number, `in 100`, each as a text: `allow tcp 1024..65535 from 0.0.0.0/0`. */
export type AclEntries = { readonly [entry: string]: string };

export interface AclEntry {
  readonly egress: boolean;
  readonly number: number;
  readonly action: 'allow' | 'deny';
  /** IANA's number of it, or -1 for all. */
  readonly protocol: string;
  /** Ports; for ICMP its type and code. Null for all. */
  readonly from: number | null;
  readonly to: number | null;
  readonly range: string;
}

const written = /^(allow|deny) (\S+) (?:all|(-?\d+)\.\.(-?\d+)) from (\S+)$/;

export function readAclEntry([name, text]: readonly [string, string]): AclEntry {
  const [, action, protocol, from, to, range] = written.exec(text) ?? [];
  if (protocol === undefined || range === undefined) throw new Error(`no entry of a network ACL: ${text}`);
  return {
    egress: name.startsWith('out'),
    number: Number(name.split(' ')[1]),
    action: action === 'allow' ? 'allow' : 'deny',
    protocol,
    from: from === undefined ? null : Number(from),
    to: to === undefined ? null : Number(to),
    range,
  };
}

export const aclEntry = (
  entry: Omit<AclEntry, 'egress'> & { egress: boolean },
): readonly [string, string] => {
  const { egress, number, action, protocol, from, to, range } = entry;
  const ports = from === null ? 'all' : `${from}..${to}`;
  return [`${egress ? 'out' : 'in'} ${number}`, `${action} ${protocol} ${ports} from ${range}`];
};

const inward = (entries: AclEntries): readonly AclEntry[] =>
  Object.entries(entries)
    .map(readAclEntry)
    .filter(({ egress }) => !egress)
    .sort((a, b) => a.number - b.number);

export interface OpenEntry extends AclEntry {
  /** As `openPorts` tells it. */
  readonly door: ReturnType<typeof openPorts>[number];
}

/**
 * By which entries the internet comes in on every port, TCP's at least. The lowest number decides: what an entry before
 * refuses altogether is not let in by one behind it.
 */
export function openEntries(entries: AclEntries): readonly OpenEntry[] {
  const refused: string[] = [];
  return inward(entries).flatMap((entry) => {
    const { action, protocol, from, to, range } = entry;
    if (action === 'deny') {
      if (protocol === '-1') refused.push(range);
      return [];
    }
    const everyone = range.includes(':') ? '::/0' : '0.0.0.0/0';
    if (refused.some((other) => other === range || other === everyone)) return [];
    const [door] = openPorts([{ protocol, from, to, ranges: [range] }]);
    const counts = door && (door.protocol === '-1' || door.protocol === 'tcp') && isEveryPort(door);
    return counts ? [{ ...entry, door }] : [];
  });
}

interface Instead {
  readonly tcpPorts: readonly string[];
  readonly udpPorts: readonly string[];
  /** Ranges from which all is let in as before. */
  readonly ownRanges: readonly string[];
}

const last = 32_766;

function arePorts(text: string): boolean {
  const [, from = '', to = from] = /^(\d{1,5})(?:\.\.(\d{1,5}))?$/.exec(text) ?? [];
  return from !== '' && Number(from) <= Number(to) && Number(to) <= 65_535;
}

/** The entries with the open ones narrowed to chosen ports, and to one's own ranges; in front of the next refusal, as they were. */
export function entriesInstead(
  entries: AclEntries,
  { tcpPorts, udpPorts, ownRanges }: Instead,
): { readonly entries: AclEntries } | { readonly cannot: string } {
  const open = openEntries(entries);
  if (open.length === 0) return { cannot: 'no entry admits the internet on every port' };
  const bad = [...tcpPorts, ...udpPorts].find((text) => !arePorts(text));
  if (bad !== undefined)
    return { cannot: `the configuration names no ports by ${bad}: say 443 or 1024..65535` };
  const left = new Map(Object.entries(entries));
  for (const { number } of open) left.delete(`in ${number}`);
  for (const { number, range, protocol, from, to } of open) {
    const isSix = range.includes(':');
    const ports = (list: readonly string[], over: string) =>
      list.map((text) => {
        const [from = '', to = from] = text.split('..');
        return { protocol: over, from: Number(from), to: Number(to), range };
      });
    const wanted = [
      ...ownRanges
        .filter((own) => own.includes(':') === isSix)
        // EC2 takes no TCP without its ports.
        .map((own) => ({ protocol, from, to, range: own })),
      ...ports(tcpPorts, '6'),
      ...(protocol === '-1' ? ports(udpPorts, '17') : []),
    ];
    const refusals = inward(entries).filter(({ action, number: at }) => action === 'deny' && at > number);
    const end = refusals[0]?.number ?? last + 1;
    let at = number;
    for (const one of wanted) {
      while (left.has(`in ${at}`)) at++;
      if (at >= end)
        return { cannot: `there is no room for what replaces entry ${number}: number it by hand` };
      left.set(...aclEntry({ egress: false, number: at, action: 'allow', ...one }));
    }
  }
  return { entries: Object.fromEntries(left) };
}
