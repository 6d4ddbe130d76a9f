import { defineCheck, fail, notApplicable, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/enclave-host-imdsv2',
  title: "Metadata service of an enclave's host demands a token (IMDSv2)",
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['enclave', 'metadataOptions'],
  evaluate({ enclave, metadataOptions: { httpTokens, httpEndpoint } }) {
    if (!enclave) return notApplicable('no enclave can run on it');
    if (httpEndpoint === 'disabled') return passBecause('the metadata service is off');
    return httpTokens === 'required' ? pass : fail(`httpTokens is ${httpTokens}: IMDSv1 is answered too`);
  },
});
