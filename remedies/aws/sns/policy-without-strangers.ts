import { withoutPublicStatements } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, uncertain } from '#src/remedy';

/** A statement that names everyone serves those of the account too, and nobody can be asked whether another serves them. */
const insiders =
  'services such as S3, CloudWatch and EventBridge that publish by what goes lose it too; add a statement that names them, with the ARN of the source, first';

export default defineRemedy({
  id: 'aws/sns/policy-without-strangers',
  title: "Remove the statements that let strangers in from the topic's policy",
  cures: ['aws/sns/topic-public'],
  kind: 'aws.sns.topic',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (text, { account, now, subject }) => {
    if (text === null) return cannot('SNS gives every topic a policy');
    const context = { service: 'sns', resource: subject.id, accountId: account, now };
    const left = withoutPublicStatements(text, context);
    if ('malformed' in left) return cannot(`the policy was not understood: ${left.malformed}`);
    if (left.removed.length === 0) {
      const names = left.doubtful.map(({ name }) => name).join(', ');
      return cannot(
        `whether ${names || 'any statement'} admits strangers cannot be told, so a person must decide`,
      );
    }
    if (left.policy === null)
      return cannot('no statement would be left, and a topic needs one: name who may publish and subscribe');
    return to(left.policy);
  },
  consequences: (_facts, { before }, { account, now, subject }) => {
    const context = { service: 'sns', resource: subject.id, accountId: account, now };
    const left = before === null ? null : withoutPublicStatements(before, context);
    if (left === null || 'malformed' in left) return [uncertain('the policy was not understood')];
    return [
      ...left.removed.map(({ name }) =>
        breaks(`${name} goes, and whoever uses the topic by it would be refused`),
      ),
      ...left.doubtful.map(({ name }) =>
        uncertain(`whether ${name} admits strangers cannot be told; it stays`),
      ),
      uncertain(insiders),
    ];
  },
});
