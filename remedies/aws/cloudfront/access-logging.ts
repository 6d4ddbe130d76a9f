import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/cloudfront/access-logging',
  title: 'Write the access log of the distribution into a bucket',
  cures: ['aws/cloudfront/access-logging'],
  kind: 'aws.cloudfront.distribution',
  fact: 'standardLog',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'what CloudFront entered in the ACL of the log bucket stays there',
  },
  /** In both, {account} and {distribution} stand for those of the distribution that is logged. */
  settings: { targetBucket: '', prefix: 'cloudfront/{distribution}/' },
  desired(log, { settings, account, subject }) {
    if (log !== null) return to(log);
    const filled = (template: string) =>
      template.replaceAll('{account}', account).replaceAll('{distribution}', subject.name ?? '');
    if (settings.targetBucket === '')
      return cannot(
        'no log bucket is configured: set remediation.settings."aws/cloudfront/access-logging".targetBucket to a bucket of the same account whose ACLs are on',
      );
    const name = filled(settings.targetBucket);
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
      return cannot(`targetBucket in the configuration is not the name of a bucket: ${name}`);
    const bucket = `${name}.s3.amazonaws.com`;
    return to({ bucket, prefix: filled(settings.prefix), cookies: false });
  },
  consequences: (_facts, { after }) => [
    harmless('requests are answered as before'),
    uncertain(
      `CloudFront refuses ${after?.bucket ?? 'the bucket'} if its ACLs are switched off (bucket owner enforced), which was not looked at`,
    ),
    harmless('CloudFront enters itself in the ACL of that bucket, with the rights of the remediation role'),
    harmless('the logs name the paths that were asked for, so their bucket needs the same protection'),
  ],
});
