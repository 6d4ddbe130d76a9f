import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/elbv2/drop-invalid-headers',
  title: 'Load balancer drops malformed headers',
  severity: 'low',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  kind: 'aws.elbv2.loadBalancer',
  facts: ['type', 'dropInvalidHeaders'],
  evaluate: ({ type, dropInvalidHeaders }) => {
    if (type !== 'application') return notApplicable(`a ${type} load balancer reads no headers`);
    return dropInvalidHeaders ? pass : fail('drop_invalid_header_fields is off');
  },
});
