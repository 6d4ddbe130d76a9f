import { breaks, type Consequence, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/bucket-public-access-block',
  title: "Turn on all four flags of the bucket's public access block",
  cures: [
    'aws/s3/bucket-public-access-block',
    'aws/s3/bucket-public-read',
    'aws/s3/bucket-public-write',
    'aws/s3/bucket-public-policy',
    'aws/s3/bucket-anonymous-url-probe',
    'aws/s3/object-acl-public-sample',
  ],
  kind: 'aws.s3.bucket',
  fact: 'publicAccessBlock',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  preference: 10,
  considers: [
    'accountBlock',
    'publicRead',
    'publicWrite',
    'publicPolicy',
    'website',
    'cloudFrontOrigins',
    'crossAccountGrants',
    'replicationTargets',
    'accessPoints',
    'ownership',
    'objectAclSample',
  ],
  desired: (current) =>
    to({
      ...current,
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    }),
  consequences(facts, { before, after }) {
    const account = facts.accountBlock.known ? facts.accountBlock.value : null;
    const isNew = (flag: keyof NonNullable<typeof after>) =>
      after?.[flag] === true && !before?.[flag] && !account?.[flag];
    const told: Consequence[] = [];
    const { publicRead, publicWrite, publicPolicy, website, cloudFrontOrigins, crossAccountGrants } = facts;
    const { replicationTargets, accessPoints, ownership, objectAclSample } = facts;

    for (const [door, does] of [[publicRead, 'read'] as const, [publicWrite, 'write'] as const]) {
      if (door.known && door.value.public)
        told.push(breaks(`strangers ${does} it today (${door.value.because}), and would be refused`));
      told.push(...unread(door, `whether strangers ${does} it today cannot be told`));
    }
    const isClosed =
      publicRead.known && !publicRead.value.public && publicWrite.known && !publicWrite.value.public;
    if (isClosed) told.push(harmless('strangers do not get in today, so nobody unknown is turned away'));

    if (website.known && website.value?.servesObjects) {
      told.push(
        isClosed
          ? harmless('it is set up as a website, but strangers get none of its pages today')
          : breaks('it is served as a website, and its pages would be refused to every visitor'),
      );
    }
    told.push(...unread(website, 'whether it is served as a website cannot be told'));

    const isPublicPolicy = publicPolicy.known && publicPolicy.value.public;
    for (const { id, signs } of cloudFrontOrigins.known ? cloudFrontOrigins.value : []) {
      const who = `CloudFront distribution ${id}`;
      if (signs === 'originAccessControl')
        told.push(harmless(`${who} reads from it as itself (origin access control), and goes on`));
      else if (signs === 'originAccessIdentity')
        told.push(
          isPublicPolicy
            ? breaks(`${who} reads from it by an origin access identity that a public policy admits`)
            : harmless(`${who} reads from it by an origin access identity, and goes on`),
        );
      else if (isClosed) told.push(harmless(`${who} comes as a stranger, and is refused already`));
      else told.push(breaks(`${who} reads from it as a stranger, and would be refused`));
    }
    told.push(...unread(cloudFrontOrigins, 'whether CloudFront reads from it cannot be told'));

    if (isNew('restrictPublicBuckets')) {
      const grantees = crossAccountGrants.known
        ? crossAccountGrants.value.filter(({ kind }) => kind !== 'service')
        : [];
      for (const { principal, statement } of grantees) {
        told.push(
          isPublicPolicy
            ? breaks(`${principal} (${statement}) would lose access, because the policy is public as a whole`)
            : publicPolicy.known
              ? harmless(`${principal} (${statement}) keeps access, because the policy is not public`)
              : uncertain(`${principal} (${statement}) would lose access if the policy counts as public`),
        );
      }
      told.push(...unread(crossAccountGrants, 'whether other accounts would lose access cannot be told'));

      const doors = accessPoints.known ? accessPoints.value.filter(({ inNetwork }) => !inNetwork) : [];
      if (doors.length > 0) {
        const names = doors.map(({ name }) => name).join(', ');
        told.push(
          uncertain(
            `its access points (${names}) have policies of their own, and whom they admit beyond the account would be refused`,
          ),
        );
      }
      told.push(...unread(accessPoints, 'whether access points lead into it cannot be told'));
    }

    const aclsOff = ownership.known && ownership.value === 'BucketOwnerEnforced';
    if (isNew('blockPublicAcls') && !aclsOff)
      told.push(
        uncertain(
          'programs that upload with a public ACL would be refused, and whether any does cannot be seen',
        ),
      );
    if (isNew('blockPublicPolicy'))
      told.push(harmless('a policy that admits strangers cannot be put on it any more'));
    if (isNew('ignorePublicAcls') && !aclsOff) {
      const sample = objectAclSample.known ? objectAclSample.value : null;
      if (sample && sample.readable + sample.writable > 0)
        told.push(breaks('objects are public by their own ACLs, and would be refused to strangers'));
      else if (sample?.sampled === 0)
        told.push(
          harmless(
            `${sample.skipped ?? 'no object was there to be sampled'}, so none is known to be public by its own ACL`,
          ),
        );
      else if (sample)
        told.push(harmless(`none of ${sample.sampled} sampled objects is public by its own ACL`));
      else told.push(uncertain('objects may be public by their own ACLs, which were not looked at'));
    }

    if (replicationTargets.known && replicationTargets.value.length > 0)
      told.push(harmless('its replication goes on, because it works with a role'));
    told.push(...unread(replicationTargets, 'whether it is replicated cannot be told'));
    return told;
  },
});
