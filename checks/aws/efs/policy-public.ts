import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/efs/policy-public',
  title: "Shared file system's policy lets no stranger in",
  severity: 'high',
  controls: ['164.312(a)(1)'],
  kind: 'aws.efs.fileSystem',
  facts: ['openTo'],
  exposes: true,
  evaluate: ({ openTo }) => {
    return openTo === null ? pass : fail(openTo);
  },
});
