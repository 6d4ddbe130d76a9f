import { withoutPublicStatements } from '#src/access/index';
import { breaks, cannot, defineRemedy, to, uncertain } from '#src/remedy';

const service = 'elasticfilesystem';

export default defineRemedy({
  id: 'aws/efs/policy-without-strangers',
  title: "Remove the statements that let strangers in from the file system's policy",
  cures: ['aws/efs/policy-public'],
  kind: 'aws.efs.fileSystem',
  fact: 'policy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: (text, { account, now, subject }) => {
    if (text === null) return cannot('the file system has no policy');
    const left = withoutPublicStatements(text, { service, resource: subject.id, accountId: account, now });
    if ('malformed' in left) return cannot(`the policy was not understood: ${left.malformed}`);
    if (left.removed.length === 0)
      return cannot('no statement certainly admits strangers, so a person must decide');
    if (left.policy === null)
      return cannot(
        'no statement would be left, and without a policy EFS lets in whoever reaches it: name who may mount it, in EFS',
      );
    return to(left.policy);
  },
  consequences: (_facts, { before }, { account, now, subject }) => {
    const context = { service, resource: subject.id, accountId: account, now };
    const left = before === null ? null : withoutPublicStatements(before, context);
    if (left === null || 'malformed' in left) return [uncertain('the policy was not understood')];
    return [
      ...left.removed.map(({ name }) =>
        breaks(`${name} goes, and whoever mounts the file system by it would be refused`),
      ),
      ...left.doubtful.map(({ name }) =>
        uncertain(`whether ${name} admits strangers cannot be told; it stays`),
      ),
      uncertain('hosts of the account that mount by what goes alone lose it too: name them first'),
    ];
  },
});
