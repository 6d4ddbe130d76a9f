import { breaks, defineRemedy, unread, withoutStrangers } from '#src/remedy';

const { desired, consequences } = withoutStrangers({
  service: 'lambda',
  without: 'the function has no policy',
  whoever: 'invokes the function',
  insiders:
    'services such as S3, SNS and API Gateway that invoke by what goes lose it too; add a permission that names them, with the ARN of the source, first',
});

export default defineRemedy({
  id: 'aws/lambda/policy-without-strangers',
  title: 'Remove the permissions by which strangers may invoke the function',
  cures: ['aws/lambda/public-policy'],
  kind: 'aws.lambda.function',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because:
      'Lambda writes permissions one by one: what goes back comes last in the policy, and a statement that AddPermission cannot write to the letter does not go back at all',
  },
  considers: ['urls'],
  desired,
  consequences: (facts, change, at) => [
    ...consequences(facts, change, at),
    ...(facts.urls.known && facts.urls.value.some(({ auth }) => auth === 'NONE')
      ? [breaks('the function has a web address without authentication, whose visitors may be refused')]
      : []),
    ...unread(facts.urls, 'whether the function has a web address cannot be told'),
  ],
});
