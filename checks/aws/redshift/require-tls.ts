import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/require-tls',
  title: 'Warehouse refuses clients without TLS',
  severity: 'medium',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  kind: 'aws.redshift.cluster',
  facts: ['requiresTls'],
  evaluate: ({ requiresTls }) => {
    const { required, waiting, groups } = requiresTls;
    if (!required) return fail(`require_ssl is off in ${groups.join(', ')}`);
    return waiting.length === 0
      ? pass
      : fail(
          `require_ssl is on, but ${waiting.join(', ')} has not brought it into force: reboot the warehouse`,
        );
  },
});
