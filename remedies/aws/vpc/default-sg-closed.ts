import { rulesGone } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/vpc/default-sg-closed',
  title: 'Revoke every rule of the default security group',
  cures: ['aws/vpc/default-sg-closed'],
  kind: 'aws.ec2.securityGroup',
  fact: 'rules',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'a rule that is put back has a new id, and none of the tags that it had itself',
  },
  considers: ['usedBy', 'isDefault'],
  desired: ({ ingress, egress }) =>
    Object.keys({ ...ingress, ...egress }).length === 0
      ? cannot('the group has no rule')
      : to({ ingress: {}, egress: {} }),
  consequences({ usedBy, isDefault }, { before, after }) {
    const count =
      rulesGone(before.ingress, after.ingress).length + rulesGone(before.egress, after.egress).length;
    return [
      ...(usedBy.known
        ? [
            usedBy.value === 0
              ? harmless(`rules that go: ${count}, and no network interface uses the group now`)
              : breaks(
                  `rules that go: ${count}; network interfaces that use the group: ${usedBy.value}, which have no traffic left but by their other groups`,
                ),
          ]
        : []),
      uncertain('what is started without naming a group gets this one, and then has no traffic'),
      ...unread(usedBy, 'how many network interfaces use the group cannot be told'),
      ...unread(isDefault, 'whether it is the default group cannot be told'),
    ];
  },
});
