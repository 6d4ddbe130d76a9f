import { withoutPublicStatements } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, uncertain } from '#src/remedy';

/** A statement that names everyone serves those of the account too, and nobody can be asked whether another serves them. */
const insiders =
  'roles and users of the account that reach the key by what goes alone lose it too; add a statement that names them first';

export default defineRemedy({
  id: 'aws/kms/key-policy-without-strangers',
  title: "Remove the statements that let strangers in from the key's policy",
  cures: ['aws/kms/key-public'],
  kind: 'aws.kms.key',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (text, { account, now, subject }) => {
    if (text === null) return cannot('AWS minds the policy of its own keys');
    const left = withoutPublicStatements(text, {
      service: 'kms',
      resource: subject.id,
      accountId: account,
      now,
    });
    if ('malformed' in left) return cannot(`the policy was not understood: ${left.malformed}`);
    if (left.removed.length === 0) {
      const names = left.doubtful.map(({ name }) => name).join(', ');
      return cannot(
        `whether ${names || 'any statement'} admits strangers cannot be told, so a person must decide`,
      );
    }
    if (left.policy === null)
      return cannot(
        'no statement would be left, and a key needs one: name who may use and manage it, in KMS',
      );
    return to(left.policy);
  },
  consequences: (_facts, { before }, { account, now, subject }) => {
    const context = { service: 'kms', resource: subject.id, accountId: account, now };
    const left = before === null ? null : withoutPublicStatements(before, context);
    if (left === null || 'malformed' in left) return [uncertain('the policy was not understood')];
    return [
      ...left.removed.map(({ name }) =>
        breaks(`${name} goes, and whoever uses the key by it would be refused`),
      ),
      ...left.doubtful.map(({ name }) =>
        uncertain(`whether ${name} admits strangers cannot be told; it stays`),
      ),
      uncertain(insiders),
    ];
  },
});
