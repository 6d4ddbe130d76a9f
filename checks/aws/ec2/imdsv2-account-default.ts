import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ec2/imdsv2-account-default',
  title: 'New instances of the region use IMDSv2 only, by default',
  severity: 'medium',
  controls: ['164.312(a)(1)'],
  kind: 'aws.region',
  facts: ['instanceMetadataDefaults'],
  evaluate({ instanceMetadataDefaults: { httpTokens } }) {
    if (httpTokens === 'required') return pass;
    return fail(
      httpTokens === null
        ? 'no default is set for httpTokens, so the image decides'
        : `the default of httpTokens is ${httpTokens}: IMDSv1 is answered too`,
    );
  },
});
