import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/lambda/steps-alias-policy',
  title: "Remove strangers from the alias's policy",
  cures: ['aws/lambda/alias-public-policy'],
  why: 'An alias is what other services call in production, and only people know which of them count on the statement.',
  steps: [
    'Run `aws lambda get-policy --function-name NAME --qualifier ALIAS`, and find the statement that admits everyone.',
    'List who invokes the alias: services such as S3, SNS and API Gateway invoke by such a statement too.',
    'For each that must stay, run `aws lambda add-permission --function-name NAME --qualifier ALIAS` with its principal and the ARN of the source.',
    'Run `aws lambda remove-permission --function-name NAME --qualifier ALIAS --statement-id SID`.',
    'See that the callers still get through, and `recheck` the finding.',
  ],
});
