import { listsOf, opensOneOf, rulesGone, withoutInternet } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/sg-common-ports-open',
  title: 'Revoke the rules that open remote desktop, FTP and database ports to the internet',
  cures: ['aws/ec2/sg-common-ports-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'a rule that is put back has a new id, and none of the tags that it had itself',
  },
  settings: {
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
  },
  considers: ['usedBy'],
  desired(rules, { settings: { tcpPorts, udpPorts }, subject }) {
    const { left, shut } = withoutInternet(
      rules,
      listsOf(subject),
      (door) => opensOneOf(door, tcpPorts) || opensOneOf(door, udpPorts, 'udp'),
    );
    return shut.length === 0 ? cannot('no rule opens one of these ports to the internet') : to(left);
  },
  consequences: ({ usedBy }, { before, after }) => [
    ...rulesGone(before, after).map((rule) =>
      usedBy.known && usedBy.value === 0
        ? harmless(`"${rule}" goes, and no network interface uses the group now`)
        : breaks(
            `"${rule}" goes: whoever comes by it${usedBy.known ? `, to ${usedBy.value} network ${usedBy.value === 1 ? 'interface' : 'interfaces'},` : ''} would be refused`,
          ),
    ),
    ...unread(usedBy, 'how many network interfaces use the group cannot be told'),
  ],
});
