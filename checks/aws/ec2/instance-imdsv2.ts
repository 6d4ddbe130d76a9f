import { defineCheck, fail, pass, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/instance-imdsv2',
  title: 'Metadata service of the instance demands a token (IMDSv2)',
  severity: 'high',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(C)', '164.312(a)(1)'],
  kind: 'aws.ec2.instance',
  facts: ['metadataOptions'],
  evaluate({ metadataOptions: { httpTokens, httpEndpoint } }) {
    if (httpEndpoint === 'disabled') return passBecause('the metadata service is off');
    return httpTokens === 'required' ? pass : fail(`httpTokens is ${httpTokens}: IMDSv1 is answered too`);
  },
});
