import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/enclave-host-public-ip',
  title: "An enclave's host has no public IPv4 address",
  severity: 'medium',
  controls: ['164.308(a)(1)(ii)(B)', '164.312(a)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['enclave', 'publicAddresses'],
  evaluate({ enclave, publicAddresses }) {
    if (!enclave) return notApplicable('no enclave can run on it');
    return publicAddresses.length === 0 ? pass : fail(`public address: ${publicAddresses.join(', ')}`);
  },
});
