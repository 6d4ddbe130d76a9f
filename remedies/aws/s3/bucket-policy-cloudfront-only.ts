import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/s3/bucket-policy-cloudfront-only',
  title: 'Let CloudFront in only for your own distributions',
  cures: ['aws/s3/bucket-policy-cloudfront-only'],
  why: 'Which distributions may read which objects is for the owner of the website to say.',
  steps: [
    'List the distributions that read from the bucket: `aws cloudfront list-distributions --query "DistributionList.Items[].[Id,Origins.Items[].DomainName]"`.',
    'Give each an origin access control (`aws cloudfront create-origin-access-control`), and set it in the origin.',
    'In the bucket policy, give the statement for cloudfront.amazonaws.com a condition: `"Condition":{"StringEquals":{"AWS:SourceArn":"arn:aws:cloudfront::ACCOUNT:distribution/ID"}}`.',
    'Run `aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json`, see that the pages still come, and `recheck` the finding.',
  ],
});
