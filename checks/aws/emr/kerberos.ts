import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/emr/kerberos',
  title: 'The Hadoop cluster authenticates with Kerberos',
  severity: 'medium',
  controls: [
    '164.308(a)(3)(i)',
    '164.308(a)(3)(ii)(A)',
    '164.308(a)(3)(ii)(B)',
    '164.308(a)(4)(i)',
    '164.308(a)(4)(ii)(B)',
    '164.308(a)(4)(ii)(C)',
    '164.312(a)(1)',
  ],
  kind: 'aws.emr.cluster',
  facts: ['description'],
  evaluate: ({ description: { kerberosRealm } }) =>
    kerberosRealm === null ? fail('it has no Kerberos realm') : pass,
});
