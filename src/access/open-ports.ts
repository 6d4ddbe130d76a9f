import { internetAmong } from './address.ts';

/** One rule of a security group that lets traffic in, as EC2 writes it. */
export interface IngressRule {
  /** `tcp`, `udp`, `icmp`, a number, or `-1` for all. */
  readonly protocol: string;
  /** First and last port; null for all, and where the protocol has none. */
  readonly from: number | null;
  readonly to: number | null;
  /** IPv4 and IPv6 ranges in CIDR, those of its prefix lists included. */
  readonly ranges: readonly string[];
  /** Why a prefix list of the rule could not be read: then nobody may call the rule closed, and this is thrown. */
  readonly unread?: unknown;
}

/** Ports that a rule opens to the whole internet. */
export interface OpenPorts {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** The ranges that make it so: `0.0.0.0/0`. */
  readonly ranges: readonly string[];
}

const lastPort = 65_535;
/** IANA's numbers, for where a rule is written with them. */
const names: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp' };

/** What the rules let in from the internet, rule by rule. */
export const openPorts = (rules: readonly IngressRule[]): readonly OpenPorts[] =>
  rules.flatMap(({ protocol, from, to, ranges, unread }) => {
    const open = internetAmong(ranges);
    if (open.length === 0) {
      if (unread !== undefined) throw unread;
      return [];
    }
    const all = protocol === '-1' || from === null || from === -1;
    return [
      {
        protocol: names[protocol] ?? protocol,
        from: all ? 0 : from,
        to: all ? lastPort : (to ?? from),
        ranges: open,
      },
    ];
  });

/** Whether traffic of the protocol reaches the port. */
export const reaches = ({ protocol, from, to }: OpenPorts, port: number, over = 'tcp'): boolean =>
  (protocol === '-1' || protocol === over) && from <= port && port <= to;

/** Port 0 is nobody's: from 1 on, too, is all of them. */
export const isEveryPort = ({ from, to }: OpenPorts): boolean => from <= 1 && to === lastPort;

/** "every port of every protocol from 0.0.0.0/0", "TCP 20 to 443 from ::/0". */
export function saysOpen(door: OpenPorts): string {
  const { protocol, from, to, ranges } = door;
  const over = protocol.toUpperCase();
  const isPorts = protocol === 'tcp' || protocol === 'udp';
  const what =
    protocol === '-1'
      ? 'every port of every protocol'
      : !isPorts
        ? `protocol ${over}`
        : isEveryPort(door)
          ? `every ${over} port`
          : `${over} ${from === to ? from : `${from} to ${to}`}`;
  return `${what} from ${ranges.join(', ')}`;
}
