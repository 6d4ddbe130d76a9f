import { defineCheck, fail, firstOf, pass, passBecause } from '#src/check';

// `allowedPrincipals`: those for emergencies, as `role/break-glass`.
export default defineCheck({
  id: 'aws/iam/aws-policy-admin-attached',
  title: "AWS's administrator policy is attached to nobody but those allowed",
  severity: 'high',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.iam.awsPolicy',
  facts: ['grants', 'holders'],
  settings: { allowedPrincipals: [] as readonly string[] },
  evaluate: ({ grants, holders }, { settings }) => {
    if (!grants.everything) return pass;
    const others = holders.filter((holder) => !settings.allowedPrincipals.includes(holder));
    if (others.length === 0) return passBecause(`held by ${holders.join(', ') || 'nobody any more'}`);
    const bySso = others.filter((holder) => holder.startsWith('role/AWSReservedSSO_')).length;
    return fail(
      `full control of everything for ${firstOf(others)}${bySso ? ` (${bySso} through permission sets of IAM Identity Center)` : ''}`,
    );
  },
});
