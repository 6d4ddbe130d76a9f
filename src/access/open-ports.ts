import { internetAmong } from './address.ts';

/** One rule of a security group that lets traffic in, as EC2 writes it. */
export interface IngressRule {
  /** `tcp`, `udp`, `icmp`, a number, or `-1` for all. */
  readonly protocol: string;
  /** First and last port; null for all, and where the protocol has none. */
  readonly from: number | null;
  readonly to: number | null;
  /** IPv4 and IPv6 ranges in CIDR. */
  readonly ranges: readonly string[];
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

/** What the rules let in from the internet, rule by rule. */
export const openPorts = (rules: readonly IngressRule[]): readonly OpenPorts[] =>
  rules.flatMap(({ protocol, from, to, ranges }) => {
    const open = internetAmong(ranges);
    if (open.length === 0) return [];
    const all = protocol === '-1' || from === null || from === -1;
    return [{ protocol, from: all ? 0 : from, to: all ? lastPort : (to ?? from), ranges: open }];
  });

/** Whether traffic of the protocol reaches the port. */
export const reaches = ({ protocol, from, to }: OpenPorts, port: number, over = 'tcp'): boolean =>
  (protocol === '-1' || protocol === over) && from <= port && port <= to;
