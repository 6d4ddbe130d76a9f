import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudfront/steps-origin-access-control',
  title: 'Let the bucket in only through the distribution',
  cures: ['aws/cloudfront/s3-origin-access-control'],
  why: 'The distribution and the policy of the bucket must change in the right order, or the pages stop coming.',
  steps: [
    'Create an origin access control that always signs: `aws cloudfront create-origin-access-control --origin-access-control-config Name=NAME,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3`.',
    "If the origin is the website address of the bucket, replace it by the bucket's own address, and replace index documents and redirects by a CloudFront function.",
    'Let the distribution read in the policy of the bucket: principal cloudfront.amazonaws.com, with the condition that AWS:SourceArn is the ARN of the distribution.',
    'Set the origin access control in the origin, wait until the distribution is deployed, and see that the pages come.',
    'Close the bucket to everybody else with its public access block, and `recheck` the finding.',
  ],
});
