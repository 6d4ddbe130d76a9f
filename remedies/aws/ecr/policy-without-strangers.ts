import { withoutPublicStatements } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, uncertain } from '#src/remedy';

/** A statement that names everyone serves those of the account too, and nobody can be asked whether another serves them. */
const insiders =
  'other accounts and services that pull by what goes lose it too; add a statement that names them first';

export default defineRemedy({
  id: 'aws/ecr/policy-without-strangers',
  title: "Remove the statements that let strangers in from the repository's policy",
  cures: ['aws/ecr/repository-public'],
  kind: 'aws.ecr.repository',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (text, { account, now, subject }) => {
    if (text === null) return cannot('there is no policy');
    const context = { service: 'ecr', resource: subject.id, accountId: account, now };
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
  consequences: (_facts, { before }, { account, now, subject }) => {
    const context = { service: 'ecr', resource: subject.id, accountId: account, now };
    const left = before === null ? null : withoutPublicStatements(before, context);
    if (left === null || 'malformed' in left) return [uncertain('the policy was not understood')];
    return [
      ...left.removed.map(({ name }) =>
        breaks(`${name} goes, and whoever pulls or pushes images by it would be refused`),
      ),
      ...left.doubtful.map(({ name }) =>
        uncertain(`whether ${name} admits strangers cannot be told; it stays`),
      ),
      uncertain(insiders),
    ];
  },
});
