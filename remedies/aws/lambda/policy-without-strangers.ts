import { withoutPublicStatements } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, uncertain, unread } from '#src/remedy';

/** A statement that names everyone serves those of the account too, and nobody can be asked whether another serves them. */
const insiders =
  'services such as S3, SNS and API Gateway that invoke by what goes lose it too; add a permission that names them, with the ARN of the source, first';

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
  desired: (text, { account, now, subject }) => {
    if (text === null) return cannot('the function has no policy');
    const context = { service: 'lambda', resource: subject.id, accountId: account, now };
    const left = withoutPublicStatements(text, context);
    if ('malformed' in left) return cannot(`the policy was not understood: ${left.malformed}`);
    if (left.removed.length === 0) {
      const names = left.doubtful.map(({ name }) => name).join(', ');
      return cannot(
        `whether ${names || 'any statement'} admits strangers cannot be told, so a person must decide`,
      );
    }
    return to(left.policy);
  },
  consequences: ({ urls }, { before }, { account, now, subject }) => {
    const context = { service: 'lambda', resource: subject.id, accountId: account, now };
    const left = before === null ? null : withoutPublicStatements(before, context);
    if (left === null || 'malformed' in left) return [uncertain('the policy was not understood')];
    return [
      ...left.removed.map(({ name }) =>
        breaks(`${name} goes, and whoever invokes the function by it would be refused`),
      ),
      ...left.doubtful.map(({ name }) =>
        uncertain(`whether ${name} admits strangers cannot be told; it stays`),
      ),
      ...(urls.known && urls.value.some(({ auth }) => auth === 'NONE')
        ? [breaks('the function has a web address without authentication, whose visitors may be refused')]
        : []),
      ...unread(urls, 'whether the function has a web address cannot be told'),
      uncertain(insiders),
    ];
  },
});
