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

/** Ports of remote desktops, FTP and databases. */
export const commonPorts = {
  tcpPorts: [
    '20',
    '21',
    '1433',
    '1521',
    '2181',
    '3306',
    '3389',
    '5432',
    '5439',
    '5601',
    '6379',
    '9042',
    '9092',
    '9094',
    '9200',
    '9300',
    '11211',
    '27017',
    '27018',
  ] as string[],
  udpPorts: ['3389', '11211'] as string[],
} as const;

/** For the end of a reason: an open group that nothing uses is one that the next host may get. */
export const ifUnused = (interfaces: number): string =>
  interfaces === 0 ? '; no network interface uses the group now' : '';

interface Span {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** "TCP 20-25", or "every port" where the protocol is `-1`, which is all of them; only TCP and UDP have ports. */
export function portsOf({ protocol, from, to }: Span): string {
  if (protocol === '-1') return 'every port';
  if (protocol !== 'tcp' && protocol !== 'udp') return `protocol ${protocol}`;
  return `${protocol.toUpperCase()} ${from === to ? from : `${from}-${to}`}`;
}
