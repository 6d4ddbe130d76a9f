import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/nacl-open-ingress',
  title: 'Network ACL does not admit the internet on every port',
  severity: 'high',
  controls: ['164.308(a)(1)(ii)(B)', '164.312(e)(1)'],
  kind: 'aws.ec2.networkAcl',
  facts: ['sharedBy', 'openEntries', 'subnets'],
  evaluate: ({ sharedBy, openEntries, subnets }) => {
    if (sharedBy !== null) return notApplicable(`account ${sharedBy} shares it, and alone can change it`);
    if (openEntries.length === 0) return pass;
    const idle = subnets.length === 0 ? '; no subnet uses the ACL now' : '';
    return fail(`${openEntries.join('; ')}${idle}`);
  },
});
