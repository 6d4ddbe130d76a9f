import { breaks, type Consequence, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

const logDelivery = 'http://acs.amazonaws.com/groups/s3/LogDelivery';

export default defineRemedy({
  id: 'aws/s3/ownership-enforced',
  title: 'Switch ACLs off for the bucket',
  cures: ['aws/s3/bucket-acls-disabled'],
  kind: 'aws.s3.bucket',
  fact: 'ownership',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['acl', 'objectAclSample', 'effectiveBlock'],
  desired: () => to('BucketOwnerEnforced'),
  consequences({ acl, objectAclSample, effectiveBlock }) {
    const told: Consequence[] = [];
    for (const { id, uri, permission } of acl.known ? acl.value.grants : []) {
      if (acl.known && id === acl.value.owner) continue;
      const who = uri === logDelivery ? "S3's log delivery" : (uri ?? id ?? 'somebody named by e-mail');
      told.push(
        breaks(
          `the ACL grants ${permission} to ${who}: S3 refuses to switch ACLs off until a policy says so instead and the grant is gone`,
        ),
      );
    }
    if (acl.known && told.length === 0)
      told.push(harmless('the ACL grants nothing to anybody but the owner'));
    told.push(...unread(acl, 'whether the ACL grants something to others cannot be told'));

    const sample = objectAclSample.known ? objectAclSample.value : null;
    if (sample && sample.readable + sample.writable > 0)
      told.push(breaks('objects are public by their own ACLs, and would be refused to strangers'));
    else if (effectiveBlock.known && !effectiveBlock.value.off.includes('ignorePublicAcls'))
      told.push(harmless('public ACLs of objects are ignored already'));
    else if (!sample)
      told.push(uncertain('objects may be public by their own ACLs, which were not looked at'));
    told.push(
      // A block ignores public ACLs alone, and the sample tells of those alone.
      uncertain(
        'grants to other accounts on single objects would end, and whether there are any cannot be seen',
      ),
      uncertain(
        'uploads that bring an ACL of their own would be refused, unless it is bucket-owner-full-control',
      ),
    );
    return told;
  },
});
