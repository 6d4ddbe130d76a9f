import { withoutPublicStatements } from '#src/access/index';
import { breaks, type Consequence, cannot, defineRemedy, to, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/policy-statement-removed',
  title: 'Remove the statements that admit strangers from the bucket policy',
  cures: ['aws/s3/bucket-public-policy', 'aws/s3/bucket-public-read', 'aws/s3/bucket-public-write'],
  kind: 'aws.s3.bucket',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  preference: 5,
  considers: ['crossAccountGrants', 'cloudFrontOrigins', 'publicWebsite'],
  desired(current, { subject, account, now }) {
    if (current === null) return cannot('the bucket has no policy');
    const judged = withoutPublicStatements(current, {
      service: 's3',
      resource: subject.id,
      accountId: account,
      now,
    });
    if ('malformed' in judged) return cannot(`the bucket policy was not understood: ${judged.malformed}`);
    const { policy, removed, doubtful } = judged;
    if (removed.length > 0) return to(policy);
    if (doubtful.length === 0) return cannot('no statement of the bucket policy admits strangers by itself');
    const names = doubtful.map(({ name }) => name).join(', ');
    return cannot(`whether strangers are admitted by ${names} cannot be told, so a person must decide`);
  },
  consequences({ crossAccountGrants, cloudFrontOrigins, publicWebsite }, { before }, at) {
    const context = { service: 's3', resource: at.subject.id, accountId: at.account, now: at.now };
    const judged = before === null ? null : withoutPublicStatements(before, context);
    const removed = judged && 'removed' in judged ? judged.removed.map(({ name }) => name) : [];
    const told: Consequence[] = removed.map((name) =>
      breaks(`${name} is removed, and whoever comes by it would be refused`),
    );
    for (const { principal, statement } of crossAccountGrants.known ? crossAccountGrants.value : [])
      if (removed.includes(statement))
        told.push(breaks(`${principal} is named by ${statement}, which is removed`));
    for (const { id, signs } of cloudFrontOrigins.known ? cloudFrontOrigins.value : [])
      if (signs === 'website' || signs === 'nothing')
        told.push(breaks(`CloudFront distribution ${id} reads from it as a stranger, and would be refused`));
    if (publicWebsite.known && publicWebsite.value?.public)
      told.push(breaks('it is served as a website, and its pages would be refused to every visitor'));
    return [
      ...told,
      ...unread(crossAccountGrants, 'whether other accounts would lose access cannot be told'),
      ...unread(cloudFrontOrigins, 'whether CloudFront reads from it cannot be told'),
      ...unread(publicWebsite, 'whether it is served as a website cannot be told'),
    ];
  },
});
