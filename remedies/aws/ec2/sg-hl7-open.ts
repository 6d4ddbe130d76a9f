import { listsOf, opensOneOf, rulesGone, withoutInternet } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/sg-hl7-open',
  title: 'Revoke the rules that open clinical messaging ports to the internet',
  cures: ['aws/ec2/sg-hl7-open'],
  kind: 'aws.ec2.securityGroup',
  fact: 'ingress',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'a rule that is put back has a new id, and none of the tags that it had itself',
  },
  settings: { ports: ['2575'] as string[] },
  considers: ['usedBy'],
  desired(rules, { settings: { ports }, subject }) {
    const { left, shut } = withoutInternet(rules, listsOf(subject), (door) => opensOneOf(door, ports));
    return shut.length === 0
      ? cannot('no rule opens a port of clinical messaging to the internet')
      : to(left);
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
