import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/instance-multi-az',
  title: 'Database has a standby in another zone',
  severity: 'medium',
  controls: [
    '164.308(a)(1)(ii)(B)',
    '164.308(a)(7)(i)',
    '164.308(a)(7)(ii)(A)',
    '164.308(a)(7)(ii)(B)',
    '164.308(a)(7)(ii)(C)',
  ],
  kind: 'aws.rds.instance',
  facts: ['engine', 'memberOf', 'replicaOf', 'multiAz', 'orderedMultiAz'],
  evaluate: ({ engine, memberOf, replicaOf, multiAz, orderedMultiAz }) => {
    if (memberOf !== null) return notApplicable(`cluster ${memberOf} spreads over zones`);
    if (engine.startsWith('custom-')) return notApplicable('RDS Custom keeps no standby by this setting');
    if (multiAz) return pass;
    if (replicaOf !== null) return notApplicable(`it is a read replica of ${replicaOf}`);
    return fail(
      orderedMultiAz
        ? 'a standby is ordered, and RDS has not made it yet'
        : 'MultiAZ is off: there is no standby',
    );
  },
});
