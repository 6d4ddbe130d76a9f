import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-iam-authentication',
  title: 'Database cluster takes short-lived IAM tokens',
  severity: 'medium',
  controls: ['164.308(a)(3)(ii)(A)', '164.308(a)(4)(i)'],
  kind: 'aws.rds.cluster',
  control: 'rds-iam-authentication',
  facts: ['iamAuthentication', 'orderedIamAuthentication'],
  evaluate: ({ iamAuthentication, orderedIamAuthentication }) => {
    if (iamAuthentication) return pass;
    return fail(
      orderedIamAuthentication
        ? 'IAM authentication is ordered, and RDS has not turned it on yet'
        : 'IAM authentication is off: logins are by password alone',
    );
  },
});
