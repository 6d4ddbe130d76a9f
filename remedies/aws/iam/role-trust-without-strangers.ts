import { parsePolicy, withoutOpenTrust } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, withoutStrangers } from '#src/remedy';

const notOurs = /:role\/(aws-service-role\/|aws-reserved\/sso\.amazonaws\.com\/|(.*\/)?AWSReservedSSO_)/;
/** What IAM shows in the place of a principal that was deleted. */
const isGone = (value: string): boolean => /^A(ROA|IDA)[A-Z0-9]+$/.test(value);
/** IAM asks for a trust policy, and a role without an Allow admits nobody. */
const nobody = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Nobody', Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
});

const statementsOf = (text: string) => {
  const policy = parsePolicy(text);
  return 'malformed' in policy ? [] : policy.statements;
};

/** All that the policy names, whether it lets them in or not. */
const named = (text: string): readonly string[] =>
  statementsOf(text).flatMap(({ principal }) => (principal?.entries ?? []).map(({ value }) => value));

const others = 'whoever meets its conditions';
const admitted = (text: string): readonly string[] => {
  const values = statementsOf(text)
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ principal }) =>
      principal?.not ? ['*'] : (principal?.entries ?? []).map(({ value }) => value),
    );
  return [...new Set(values)];
};

const { desired, consequences } = withoutStrangers({
  service: 'sts',
  without: 'a role is never without a trust policy',
  whoever: 'takes the role on',
  insiders:
    'people and programs of the account that take the role on by what goes alone lose it too, and this bot if it does; sessions that run go on until they end',
  leaves: withoutOpenTrust,
});

export default defineRemedy({
  id: 'aws/iam/role-trust-without-strangers',
  title: 'Remove the statements by which anybody may take the role on',
  cures: ['aws/iam/role-open-trust'],
  kind: 'aws.iam.role',
  fact: 'trustPolicy',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired(text, at) {
    if (notOurs.test(at.subject.id)) return cannot('AWS made the role, and minds its trust policy');
    const gone = named(text).find(isGone);
    if (gone) return cannot(`the policy names ${gone}, which was deleted, and IAM refuses a policy with it`);
    const wanted = desired(text, at);
    return 'to' in wanted ? to(wanted.to ?? nobody) : wanted;
  },
  consequences(facts, change, at) {
    const kept = admitted(change.after);
    const lost = admitted(change.before).filter((one) => one !== '*' && !kept.includes(one));
    const who = kept.map((one) => (one === '*' ? others : one)).join(', ');
    return [
      ...consequences(facts, change, at),
      ...(lost.length > 0 ? [breaks(`what goes names ${lost.join(', ')} too, who would be refused`)] : []),
      harmless(who === '' ? 'nobody may take the role on then' : `${who} may take the role on as before`),
    ];
  },
});
