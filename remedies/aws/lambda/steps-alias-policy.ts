import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/lambda/steps-alias-policy',
  title: 'Let only those invoke the function or its alias who are meant',
  cures: ['aws/lambda/alias-public-policy', 'aws/lambda/public-policy'],
  why: 'Other services call the function in production, and only people know which of them count on the statement.',
  steps: [
    'Run `aws lambda get-policy --function-name NAME`, with `--qualifier ALIAS` here and below if the finding names an alias, and find the statement that admits everyone, or a service without its source.',
    'List who invokes it: services such as S3, SNS and API Gateway invoke by such a statement too.',
    'For each that must stay, run `aws lambda add-permission --function-name NAME` with its principal, the ARN of the source (--source-arn) and, for S3, its account (--source-account).',
    'Run `aws lambda remove-permission --function-name NAME --statement-id SID`.',
    'See that the callers still get through, and `recheck` the finding.',
  ],
});
