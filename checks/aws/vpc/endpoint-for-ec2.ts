import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/vpc/endpoint-for-ec2',
  title: 'VPC reaches the EC2 API by an endpoint of its own',
  severity: 'low',
  controls: [
    '164.314(b)(1)',
    '164.314(b)(2)',
    '164.314(b)(2)(i)',
    '164.314(b)(2)(ii)',
    '164.314(b)(2)(iii)',
    '164.314(b)(2)(iv)',
  ],
  kind: 'aws.vpc.vpc',
  facts: ['sharedBy', 'endpointServices', 'interfaces'],
  evaluate: ({ sharedBy, endpointServices, interfaces }) => {
    if (endpointServices.some((service) => service.endsWith('.ec2'))) return pass;
    if (sharedBy !== null)
      return notApplicable(`account ${sharedBy} shares it, and answers for its endpoints`);
    if (interfaces === 0) return notApplicable('nothing runs in the VPC: it has no network interface');
    return fail('the VPC has no available endpoint for EC2');
  },
});
