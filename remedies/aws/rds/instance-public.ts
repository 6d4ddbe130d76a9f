import { breaks, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/rds/instance-public',
  title: "Take the database's public address away",
  cures: ['aws/rds/instance-public'],
  kind: 'aws.rds.instance',
  fact: 'publiclyAccessible',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because: 'the public address comes back as another one, though under the same name',
  },
  considers: ['publicReach', 'memberOf'],
  desired: () => to(false),
  consequences({ publicReach, memberOf }) {
    const through = publicReach.known ? (publicReach.value?.through ?? []) : [];
    return [
      harmless('the name stays, and leads to the private address: clients in the VPC go on'),
      through.length > 0
        ? breaks(`whoever connects over the internet, which ${through.join(', ')} allows, would be cut off`)
        : uncertain(
            'whoever connects from outside the VPC by an address that a group lets in would be cut off',
          ),
      ...(memberOf.known && memberOf.value !== null
        ? [
            uncertain(
              `it belongs to cluster ${memberOf.value}: where that is a Multi-AZ cluster, RDS refuses the change`,
            ),
          ]
        : []),
      ...unread(publicReach, 'whether the internet is let in cannot be told'),
      ...unread(memberOf, 'whether it belongs to a cluster cannot be told'),
    ];
  },
});
