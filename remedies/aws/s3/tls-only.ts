import { withTlsOnly } from '#src/access/index';
import { breaks, type Consequence, cannot, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/s3/tls-only',
  title: 'Add a statement to the bucket policy that refuses plain HTTP',
  cures: ['aws/s3/bucket-tls-only'],
  kind: 'aws.s3.bucket',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['website', 'cloudFrontOrigins', 'logging', 'publicPolicy', 'effectiveBlock'],
  desired(current, { subject, account }) {
    const answer = withTlsOnly(current, subject.id, account);
    return 'cannot' in answer ? cannot(answer.cannot) : to(answer.policy);
  },
  consequences({ website, cloudFrontOrigins, logging, publicPolicy, effectiveBlock }) {
    const told: Consequence[] = [harmless('whoever comes over HTTPS, AWS services among them, goes on')];
    if (website.known && website.value) {
      const what = website.value.servesObjects ? 'is served as a website' : 'redirects as a website';
      told.push(breaks(`it ${what}, and website addresses speak plain HTTP only`));
    }
    for (const { id, signs } of cloudFrontOrigins.known ? cloudFrontOrigins.value : []) {
      told.push(
        signs === 'website'
          ? breaks(`CloudFront distribution ${id} reads its website address, which speaks plain HTTP only`)
          : uncertain(
              `CloudFront distribution ${id} asks as its viewers do, and those on plain HTTP would be refused`,
            ),
      );
    }
    const isGuarded = effectiveBlock.known && !effectiveBlock.value.off.includes('blockPublicPolicy');
    if (isGuarded && publicPolicy.known && (publicPolicy.value.public || publicPolicy.value.because !== null))
      told.push(
        uncertain(
          'the policy admits strangers and blockPublicPolicy is on, so S3 may refuse to take it until that statement is removed',
        ),
      );
    const logs = logging.known && logging.value ? `: its access logs in ${logging.value.bucket} tell` : '';
    told.push(uncertain(`whoever still comes over plain HTTP would be refused${logs}`));
    return [
      ...told,
      ...unread(website, 'whether it is served as a website cannot be told'),
      ...unread(cloudFrontOrigins, 'whether CloudFront reads from it cannot be told'),
    ];
  },
});
