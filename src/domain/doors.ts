/** Ports that a security group opens to the internet, and the words for it. */
interface Door {
  readonly tcp: boolean;
  readonly udp: boolean;
  readonly from: number;
  readonly to: number;
  /** "TCP 20 to 443 from 0.0.0.0/0". */
  readonly says: string;
}

interface Ports {
  readonly tcp: readonly string[];
  readonly udp?: readonly string[];
}

/** The doors that open any of the ports: "TCP 20 to 443 from 0.0.0.0/0, 22 among them". */
export const doorsTo = (doors: readonly Door[], { tcp, udp = [] }: Ports): readonly string[] =>
  doors.flatMap((door) => {
    const asked = new Set([...(door.tcp ? tcp : []), ...(door.udp ? udp : [])]);
    const hit = [...asked].filter((port) => door.from <= Number(port) && Number(port) <= door.to);
    if (hit.length === 0) return [];
    return [door.from === door.to ? door.says : `${door.says}, ${hit.join(', ')} among them`];
  });

/** For the end of a reason: an open group that nothing uses is one that the next host may get. */
export const ifUnused = (interfaces: number): string =>
  interfaces === 0 ? '; no network interface uses the group now' : '';

interface Span {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** "TCP 20-25", or "every port" where the protocol is `-1`, which is all of them. */
export const portsOf = ({ protocol, from, to }: Span): string =>
  protocol === '-1' ? 'every port' : `${protocol.toUpperCase()} ${from === to ? from : `${from}-${to}`}`;
