import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/iam-authentication',
  title: 'Database takes short-lived IAM tokens',
  severity: 'medium',
  controls: ['164.308(a)(3)(ii)(A)', '164.308(a)(4)(i)'],
  kind: 'aws.rds.instance',
  facts: ['engine', 'memberOf', 'iamAuthentication', 'orderedIamAuthentication'],
  evaluate: ({ engine, memberOf, iamAuthentication, orderedIamAuthentication }) => {
    if (memberOf !== null) return notApplicable(`logins are set on cluster ${memberOf}`);
    if (!/^(mysql|mariadb|postgres)$/.test(engine))
      return notApplicable(`RDS offers no IAM logins for ${engine}`);
    if (iamAuthentication) return pass;
    return fail(
      orderedIamAuthentication
        ? 'IAM authentication is ordered, and RDS has not turned it on yet'
        : 'IAM authentication is off: logins are by password alone',
    );
  },
});
